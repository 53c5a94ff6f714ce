"""When one thing is open or takes place. An offer and a help line each make theirs, a place has those of its offers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from directory.times.rhythm import Rhythm, holds_in_week_of
from directory.times.span import Span

#: Days after today in which the next time is looked for.
_LOOK_AHEAD = 14


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """A span of a weekday, in the weeks of its rhythm and between two days."""

    weekday: int
    opens: time
    closes: time
    rhythm: str = Rhythm.WEEKLY
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    def hold_on(self, day: date) -> bool:
        """Whether they hold on a day, as far as that is sure."""
        if self.weekday != day.weekday():
            return False
        if (self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to):
            return False
        return holds_in_week_of(day, self.rhythm)


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """Days on which weekly hours do not hold, the last one included."""

    first_day: date
    last_day: date

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Meeting:
    """One dated meeting; it is held on a closed day too."""

    day: date
    starts: time
    ends: time | None = None
    topic: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """Weekly hours, the days on which they do not hold, and dated meetings."""

    weekly: tuple[WeeklyHours, ...] = ()
    closures: tuple[ClosedDays, ...] = ()
    sessions: tuple[Meeting, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether anybody has told a time, if only one that has passed or is called off."""
        return bool(self.weekly or self.sessions)

    @property
    def held(self) -> Iterator[Meeting]:
        """The meetings that are not called off."""
        return (meeting for meeting in self.sessions if not meeting.cancelled)

    def is_closed_on(self, day: date) -> bool:
        """Whether weekly hours do not hold on a day."""
        return any(day in closed for closed in self.closures)

    def spans_on(self, day: date) -> list[Span]:
        """All spans that begin on a day, in order."""
        spans = [
            Span.on(day, meeting.starts, meeting.ends, meeting.topic) for meeting in self.held if meeting.day == day
        ]
        if not self.is_closed_on(day):
            spans += [Span.on(day, row.opens, row.closes, row.note) for row in self.weekly if row.hold_on(day)]
        return sorted(spans)

    def week(self, first: date) -> list[tuple[date, list[Span]]]:
        """Seven days with their spans."""
        return [(day, self.spans_on(day)) for day in days_from(first, 7)]

    def current(self, now: datetime) -> Span | None:
        """The span that lasts now; it may have begun yesterday."""
        days = days_from(now.date() - timedelta(days=1), 2)
        return next((span for day in days for span in self.spans_on(day) if now in span), None)

    def following(self, now: datetime) -> Span | None:
        """The next span to begin within two weeks; a meeting may lie as far ahead as it likes."""
        days = days_from(now.date(), _LOOK_AHEAD + 1)
        later = self.next_meeting_day(days[-1])
        spans = (span for day in [*days, *filter(None, [later])] for span in self.spans_on(day))
        return next((span for span in spans if span.start > now), None)

    def next_meeting_day(self, today: date) -> date | None:
        """The first day from today on with a meeting that is not called off."""
        return min((meeting.day for meeting in self.held if meeting.day >= today), default=None)


def days_from(first: date, count: int) -> list[date]:
    """So many days in a row."""
    return [first + timedelta(days=ahead) for ahead in range(count)]
