"""Weekly hours, and days on which others hold."""

from dataclasses import dataclass
from datetime import date, time

from directory.times.doubt import leaves_doubt
from directory.times.rhythm import Rhythm, holds_in_week_of
from directory.times.span import Span


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """A span of a weekday, in the weeks of its rhythm, between two days, and in some months of each year."""

    weekday: int
    opens: time
    closes: time
    rhythm: str = Rhythm.WEEKLY
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    first_month: int | None = None  # 1 to 12; a season may reach past New Year
    last_month: int | None = None

    def may_hold_on(self, day: date) -> bool:
        """Whether they hold on a day, as far as anything is told; some weeks that only a note tells are every week."""
        return (
            self.weekday == day.weekday()
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
            and self._in_season(day.month)
            and (self.rhythm == Rhythm.SOMETIMES or holds_in_week_of(day, self.rhythm, self.valid_from))
        )

    def are_sure(self, *, holidays_known: bool) -> bool:
        """Whether nothing that is written with them leaves a doubt."""
        return self.rhythm != Rhythm.SOMETIMES and not leaves_doubt(
            self.note, season_known=self.has_season, holidays_known=holidays_known
        )

    @property
    def has_season(self) -> bool:
        """Whether they are told for a part of the year, or between two days."""
        return self.first_month is not None or (self.valid_from is not None and self.valid_to is not None)

    def span_on(self, day: date) -> Span:
        """The span that they give a day."""
        return Span.on(day, self.opens, self.closes, self.note)

    def _in_season(self, month: int) -> bool:
        if self.first_month is None or self.last_month is None:
            return True
        if self.first_month <= self.last_month:
            return self.first_month <= month <= self.last_month
        return month >= self.first_month or month <= self.last_month


@dataclass(frozen=True, slots=True)
class ExceptionDays:
    """Days, the last one included, on which weekly hours do not hold: others do, or it is closed."""

    first_day: date
    last_day: date
    opens: time | None = None
    closes: time | None = None
    note: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @property
    def closed(self) -> bool:
        """Whether nothing holds on these days."""
        return self.opens is None or self.closes is None

    def spans_on(self, day: date) -> list[Span]:
        """What holds instead on one of its days."""
        if self.opens is None or self.closes is None:
            return []
        return [Span.on(day, self.opens, self.closes, self.note)]
