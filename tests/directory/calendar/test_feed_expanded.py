"""What a calendar holds, read by another library, equals a slow expansion of the same hours, by absolute time."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import vobject
from hypothesis import example, given, settings

from directory.calendar.events import events_of_offer
from directory.calendar.ical import calendar_of
from directory.models import Closure, OpeningHours, Session
from directory.models.kinds import DropInCentrePage
from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.schedule import Schedule
from tests.directory.times.expansion import is_open
from tests.directory.times.made_up import days, moments, schedules

DENMARK = ZoneInfo("Europe/Copenhagen")
#: Every day from midnight to half past two, which is in the hour that the clocks skip or repeat.
SMALL_HOURS = Schedule(tuple(WeeklyHours(day, time(0), time(2, 30)) for day in range(7)))
FROM_THE_HOUR = Schedule(tuple(WeeklyHours(day, time(2, 15), time(5)) for day in range(7)))
SPRING, AUTUMN = datetime(2027, 3, 28), datetime(2027, 10, 31)


def offer_of(schedule):
    """An offer with rows as editors write them. It is sensitive: then nothing else of it stands in a calendar."""
    told = schedule.on_holidays
    made = DropInCentrePage(
        pk=1,
        content_type_id=1,
        title="Hus",
        sensitive=True,
        season=schedule.season,
        on_holidays=told.answer,
        holiday_opens=told.opens,
        holiday_closes=told.closes,
    )
    made.opening_hours = [OpeningHours(**_fields(row)) for row in schedule.weekly]
    made.closures = [Closure(**_fields(row)) for row in schedule.exceptions]
    made.sessions = [
        Session(day=row.day, starts=row.starts, ends=row.ends, cancelled=row.cancelled) for row in schedule.sessions
    ]
    return made


def _fields(row):
    return {name: getattr(row, name) for name in row.__slots__}


def read(schedule, today):
    """The times in the calendar that are not called off, as an independent library reads them."""
    text = calendar_of(
        events_of_offer(offer_of(schedule), None, today), "Vejviser", "https://vejle.example/kalender.ics"
    ).decode()
    events = vobject.readOne(text).contents.get("vevent", [])
    held = [one for one in events if one.status.value != "CANCELLED"]
    return [(one.dtstart.value.astimezone(UTC), one.dtend.value.astimezone(UTC)) for one in held]


def absolute(moment):
    """The moment at which a clock on a Danish wall shows this the first time; None where it never does."""
    told = moment.replace(tzinfo=DENMARK).astimezone(UTC)
    return told if told.astimezone(DENMARK).replace(tzinfo=None) == moment else None


@settings(max_examples=60, deadline=None)
@given(schedules(), days, moments)
@example(SMALL_HOURS, SPRING.date(), SPRING.replace(hour=3, minute=15))
@example(FROM_THE_HOUR, SPRING.date(), SPRING.replace(hour=3))
@example(FROM_THE_HOUR, AUTUMN.date(), AUTUMN.replace(hour=4, minute=59))
@example(SMALL_HOURS, AUTUMN.date(), AUTUMN.replace(hour=2, minute=29))
def test_a_calendar_holds_what_the_slow_way_finds(schedule, today, near):
    spans = read(schedule, today)
    # From tomorrow on: what began yesterday evening stands in no calendar that begins today.
    for moment in (datetime.combine(today + timedelta(days=ahead), near.time()) for ahead in range(1, 27)):
        at = absolute(moment)
        if at is not None:
            assert any(start <= at < end for start, end in spans) == is_open(schedule, moment), moment


def test_a_time_that_the_clocks_skip_altogether_is_in_no_calendar():
    skipped = Schedule(exceptions=(ExceptionDays(SPRING.date(), SPRING.date(), time(2, 10), time(2, 50)),))
    assert read(skipped, SPRING.date()) == []
