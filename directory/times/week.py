"""The coming week of a schedule, day by day, as a page shows it, and the next days on which there is anything."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from directory.times.meeting import Meeting
from directory.times.public_holidays import holiday_name
from directory.times.schedule import Schedule, days_from
from directory.times.span import Span

#: So many of the next meetings are listed.
MEETINGS_SHOWN = 10
#: Meetings within so many days are listed, and always the next one.
_LISTED_AHEAD = timedelta(days=366)
#: The next days with a time are looked for among so many, and so many of them are listed.
_LOOKED_AT, DAYS_LISTED = 400, 10


@dataclass(frozen=True, slots=True)
class DayHours:
    """A day with what surely holds on it, what perhaps holds, and why it is another day than usual."""

    day: date
    spans: list[Span]
    perhaps: list[Span]
    holiday: str  # its Danish name
    note: str  # of the days apart that it is among, in the owner's words
    is_today: bool


def days_with_hours(schedule: Schedule, today: date) -> list[DayHours]:
    """Seven days from today on."""
    return [_day(schedule, day, today) for day in days_from(today, 7)]


def _day(schedule: Schedule, day: date, today: date) -> DayHours:
    exception = schedule.exception_on(day)
    note = exception.note if exception and exception.closed else ""
    return DayHours(
        day, schedule.listed_on(day), schedule.perhaps_on(day), holiday_name(day), note, is_today=day == today
    )


def next_days(schedule: Schedule, today: date) -> list[DayHours]:
    """The next days with a time, one that perhaps holds, or a meeting that is called off."""
    days = (_day(schedule, day, today) for day in days_from(today, _LOOKED_AT))
    return list(islice((day for day in days if day.spans or day.perhaps), DAYS_LISTED))


def next_meetings(schedule: Schedule, today: date) -> list[Meeting]:
    """The next meetings from today on, with those that are called off."""
    last = schedule.next_meeting_day(today)
    found = schedule.meetings.between(today, max(last or today, today + _LISTED_AHEAD))
    return found[:MEETINGS_SHOWN]
