"""What several hold side by side, such as the offers of a house."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import Generic, TypeVar

from directory.times.schedule import Schedule, days_from
from directory.times.span import Span

Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True)
class Timetable(Generic[Owner]):
    """Schedules with whose they are. One that is closed closes no other."""

    schedules: tuple[tuple[Owner, Schedule], ...] = ()

    def on(self, day: date) -> list[tuple[Span, Owner]]:
        """What begins on a day, by the clock, with what is called off; what has the same times stands in the order given."""
        held = [(span, owner) for owner, schedule in self.schedules for span in schedule.listed_on(day)]
        return sorted(held, key=itemgetter(0))

    def meetings_on(self, day: date) -> list[tuple[Span, Owner]]:
        """The same without what is open each week: dated meetings alone."""
        held = [
            (one.span(), owner) for owner, schedule in self.schedules for one in schedule.meetings.between(day, day)
        ]
        return sorted(held, key=itemgetter(0))

    def lasting(self, now: datetime) -> list[tuple[Span, Owner]]:
        """What lasts now, with whose it is."""
        held = [(span, owner) for day in days_from(now.date() - timedelta(days=1), 2) for span, owner in self.on(day)]
        return [(span, owner) for span, owner in held if now in span and not span.cancelled]

    def week(self, first: date) -> list[tuple[date, list[tuple[Span, Owner]]]]:
        """Seven days with what begins on them."""
        return [(day, self.on(day)) for day in days_from(first, 7)]
