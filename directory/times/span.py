"""A time from a moment to a moment."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

#: How long a meeting lasts of which only the beginning is known.
_UNTOLD_LENGTH = timedelta(hours=1)
_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)
#: The last minute of an hour stands for its end: fields for times have no 24:00, so people write 23:59.
_LAST_MINUTE = 59


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A time in which something is open or takes place, or would have if it were not called off."""

    start: datetime
    end: datetime
    note: str = ""
    cancelled: bool = False

    @classmethod
    def on(cls, day: date, opens: time, closes: time | None, note: str = "", *, cancelled: bool = False) -> "Span":
        """The span that begins on a day. An end before its start lies past midnight."""
        start = datetime.combine(day, opens)
        end = start + _UNTOLD_LENGTH if closes is None else datetime.combine(day, closes)
        if end.minute == _LAST_MINUTE and closes is not None:
            end += _MINUTE
        return cls(start, end if end > start else end + _DAY, note, cancelled)

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    @property
    def whole_day(self) -> bool:
        """Whether it is from midnight to midnight."""
        return self.start.time() == time.min and self.end - self.start == _DAY
