"""A time from a moment to a moment."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

#: How long a meeting lasts of which only the beginning is known.
_UNTOLD_LENGTH = timedelta(hours=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A time in which something is open or takes place."""

    start: datetime
    end: datetime
    note: str = ""

    @classmethod
    def on(cls, day: date, opens: time, closes: time | None, note: str = "") -> "Span":
        """The span that begins on a day. An end before its start lies past midnight."""
        start = datetime.combine(day, opens)
        end = start + _UNTOLD_LENGTH if closes is None else datetime.combine(day, closes)
        return cls(start, end if end > start else end + timedelta(days=1), note)

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    @property
    def whole_day(self) -> bool:
        """Whether it is from midnight to midnight, which editors also write as 23.59."""
        return self.start.time() == time.min and self.end - self.start >= timedelta(hours=23, minutes=59)
