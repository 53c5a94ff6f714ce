"""The regular pattern of an offer: days and parts of the day, by its hours and by its meetings."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from directory.answers import State
from directory.facets.readers import Ancestry
from directory.facets.when import starts_soon, when
from directory.models import Closure, OpeningHours, Session
from directory.models.kinds.drop_in_centre import DropInCentrePage
from directory.models.kinds.group_course import GroupCoursePage


def pattern(hours=(), sessions=()):
    # Told its content type, a new page does not ask the database for it.
    offer = house(hours)
    offer.sessions = list(sessions)
    return when(offer, Ancestry())


def house(hours, **fields):
    offer = DropInCentrePage(title="Lyspunktet", content_type_id=1, on_holidays="usual", **fields)
    offer.opening_hours = [OpeningHours(weekday=day, opens=opens, closes=closes) for day, opens, closes in hours]
    return offer


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ((5, time(10), time(15)), ("afternoon", "day-5", "day-5-afternoon", "day-5-morning", "morning", "weekend")),
        ((1, time(19), time(21)), ("day-1", "day-1-evening", "evening")),
        ((1, time(22), time(2)), ("day-1", "day-1-evening", "day-1-night", "evening", "night")),
        ((1, time(22), time(0)), ("day-1", "day-1-evening", "evening")),
        ((1, time(3), time(6)), ("day-0-night", "day-1", "day-1-morning", "morning", "night")),
        ((6, time(16), time(19)), ("afternoon", "day-6", "day-6-afternoon", "day-6-evening", "evening", "weekend")),
    ],
)
def test_hours_name_their_day_and_the_parts_of_it(row, values):
    assert pattern([row]) == values


def next_on(weekday):
    today = timezone.localdate()
    return today + timedelta(days=(weekday - today.weekday()) % 7)


@pytest.mark.parametrize(("days", "there"), [(-1, False), (0, True)])
def test_hours_that_hold_no_more_are_in_no_pattern(days, there):
    offer = house(())
    # Of a weekday that is today their last day may be the only one to come.
    today = timezone.localdate()
    last = today + timedelta(days=days)
    offer.opening_hours = [OpeningHours(weekday=today.weekday(), opens=time(10), closes=time(15), valid_to=last)]
    assert (f"day-{today.weekday()}" in when(offer, Ancestry())) is there


def test_a_meeting_that_is_called_off_is_in_no_pattern():
    kept, off = Session(day=next_on(0), starts=time(10)), Session(day=next_on(6), starts=time(19))
    off.cancelled = True
    assert pattern(sessions=[kept, off]) == ("day-0", "day-0-morning", "morning")
    assert pattern(sessions=[off]) == ("no",)


def test_a_meeting_that_is_past_is_in_no_pattern_and_a_series_that_goes_on_is():
    past = Session(day=next_on(0) - timedelta(days=70), starts=time(10))
    assert pattern(sessions=[past]) == ("no",)
    past.rule = "FREQ=WEEKLY"
    assert pattern(sessions=[past]) == ("day-0", "day-0-morning", "morning")


SUNDAY = [(6, time(10), time(12))]


def test_what_is_closed_for_now_is_there_on_no_day():
    assert when(house(SUNDAY, state=State.CLOSED), Ancestry()) == ("no",)


@pytest.mark.parametrize(("last", "there"), [(0, False), (-1, True), (40, False)])
def test_a_day_that_is_closed_the_next_time_is_in_no_pattern(last, there):
    offer, sunday = house(SUNDAY), next_on(6)
    offer.closures = [Closure(first_day=sunday - timedelta(days=20), last_day=sunday + timedelta(days=last))]
    assert ("day-6" in when(offer, Ancestry())) is there


def test_hours_out_of_their_season_are_in_no_pattern():
    offer, month = house(SUNDAY), (timezone.localdate().month + 5) % 12 + 1
    for row in offer.opening_hours.all():
        row.first_month = row.last_month = month
    assert when(offer, Ancestry()) == ("no",)


def test_of_hours_in_doubt_and_of_none_nothing_is_known():
    offer = house(SUNDAY)
    offer.opening_hours.all()[0].note = "ring først"
    assert when(offer, Ancestry()) == ("unknown",)
    assert pattern() == ("unknown",)


def starting(days):
    day = None if days is None else timezone.localdate() + timedelta(days=days)
    return starts_soon(GroupCoursePage(content_type_id=1, starts_on=day), Ancestry())


@pytest.mark.parametrize(("days", "soon"), [(-1, "no"), (0, "yes"), (30, "yes"), (31, "no"), (None, "unknown")])
def test_a_course_starts_soon_within_a_month(days, soon):
    assert starting(days) == (soon,)


def test_what_is_no_course_tells_no_start():
    assert starts_soon(DropInCentrePage(content_type_id=1), Ancestry()) == ("unknown",)
