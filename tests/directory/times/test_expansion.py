"""What a schedule says is open equals a slow expansion by other means, around clock changes, New Year and holidays."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings

from directory.facets.when import times_of
from directory.times.public_holidays import holiday_name
from directory.times.status import status_of
from directory.times.tokens import open_tokens
from search import open_minute, open_token
from tests.directory.times.expansion import holidays_of, is_open, times_of_week
from tests.directory.times.made_up import YEARS, days, moments, schedules


@settings(max_examples=200, deadline=None)
@given(schedules(), moments)
def test_open_at_a_moment_is_what_the_slow_way_finds(schedule, moment):
    assert (schedule.current(moment) is not None) == is_open(schedule, moment)
    assert status_of(schedule, moment).is_open == is_open(schedule, moment)


@settings(max_examples=100, deadline=None)
@given(schedules(), moments)
def test_it_is_open_until_the_minute_that_is_told_and_not_in_it(schedule, moment):
    span = schedule.current(moment)
    if span and not schedule.is_unbroken(span, moment) and 2026 <= span.end.year <= 2030:
        assert is_open(schedule, span.end - timedelta(minutes=1))
        assert not is_open(schedule, span.end)


@settings(max_examples=100, deadline=None)
@given(schedules(), moments)
def test_the_next_time_is_an_opening_and_nothing_sure_begins_before_it(schedule, moment):
    following = schedule.following(moment)
    if following and following.start.year <= 2030:
        assert following.start > moment
        assert is_open(schedule, following.start)


@settings(max_examples=60, deadline=None)
@given(schedules(), days)
def test_the_index_knows_what_is_open_to_the_minute(schedule, day):
    tokens = set(open_tokens(schedule, day))
    for moment in (datetime.combine(day, time(hour, minute)) for hour in range(24) for minute in (0, 4, 14, 30, 59)):
        assert bool({open_token(moment), open_minute(moment)} & tokens) == is_open(schedule, moment)


@settings(max_examples=100, deadline=None)
@given(schedules(), days)
def test_the_weekdays_and_parts_of_the_day_are_those_that_the_slow_way_finds(schedule, day):
    assert set(times_of(schedule, day)) == times_of_week(schedule, day)


def test_holidays_are_those_of_the_almanac():
    everything = [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(5 * 365 + 1)]
    named = {day for day in everything if holiday_name(day)}
    assert named == set().union(*map(holidays_of, YEARS))
