"""What a schedule says is open equals a slow expansion by other means, around clock changes, New Year and holidays."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import Meeting
from directory.times.public_holidays import HolidayHours, OnHolidays, holiday_name
from directory.times.rhythm import Rhythm
from directory.times.schedule import Schedule
from directory.times.status import status_of
from directory.times.tokens import open_tokens
from search import open_minute, open_token
from tests.directory.times.expansion import holidays_of, is_open

YEARS = range(2026, 2031)
#: The days about which rules go wrong: the clock changes, the year turns, a holiday comes.
TURNS = sorted(
    day
    for year in YEARS
    for day in {
        *holidays_of(year),
        *(
            max(date(year, month, day) for day in range(25, 32) if date(year, month, day).weekday() == 6)
            for month in (3, 10)
        ),
    }
)
days = st.builds(lambda turn, near: turn + timedelta(days=near), st.sampled_from(TURNS), st.integers(-6, 6)).filter(
    lambda day: 2026 <= day.year <= 2030
)
clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 5, 15, 30, 45, 59]))
rhythms = st.sampled_from([rhythm for rhythm in Rhythm if rhythm not in (Rhythm.SOMETIMES, Rhythm.FORTNIGHTLY)])
months = st.none() | st.tuples(st.integers(1, 12), st.integers(1, 12))


@st.composite
def weekly(draw):
    opens, closes = draw(st.tuples(clocks, clocks).filter(lambda pair: pair[0] != pair[1]))
    rhythm, valid_from, season = draw(rhythms), draw(st.none() | days), draw(months)
    if draw(st.booleans()):
        rhythm, valid_from = Rhythm.FORTNIGHTLY, draw(days)
    valid_to = None if valid_from is None else draw(st.none() | st.just(valid_from + timedelta(days=40)))
    first, last = season or (None, None)
    return WeeklyHours(draw(st.integers(0, 6)), opens, closes, rhythm, valid_from, valid_to, "", first, last)


@st.composite
def apart(draw):
    first, hours = draw(days), draw(st.none() | st.tuples(clocks, clocks).filter(lambda pair: pair[0] != pair[1]))
    return ExceptionDays(first, first + timedelta(days=draw(st.integers(0, 9))), *(hours or (None, None)))


@st.composite
def schedules(draw):
    answer = draw(st.sampled_from(OnHolidays))
    hours = (time(11), time(14)) if answer == OnHolidays.OTHER else (None, None)
    meetings = [
        Meeting(draw(days), time(18), time(20), cancelled=draw(st.booleans())) for _ in range(draw(st.integers(0, 2)))
    ]
    exceptions = draw(st.lists(apart(), max_size=2, unique_by=lambda row: row.last_day - row.first_day))
    rows = draw(st.lists(weekly(), max_size=4))
    return Schedule(tuple(rows), tuple(exceptions), tuple(meetings), HolidayHours(answer, *hours))


moments = st.builds(datetime.combine, days, clocks)


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


def test_holidays_are_those_of_the_almanac():
    everything = [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(5 * 365 + 1)]
    named = {day for day in everything if holiday_name(day)}
    assert named == set().union(*map(holidays_of, YEARS))
