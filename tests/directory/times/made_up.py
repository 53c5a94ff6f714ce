"""Made-up hours, rules, exceptions and moments, close to the clock changes, the turns of the years and the Danish holidays."""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import Meeting
from directory.times.public_holidays import HolidayHours, OnHolidays
from directory.times.rhythm import Rhythm
from directory.times.schedule import Schedule
from tests.directory.times.expansion import holidays_of

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
