"""Schedules of other directories, read as weekly hours where that is exact, and as words where it is not."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.times.from_open_referral import hours_read
from directory.times.hours import WeeklyHours
from directory.times.open_referral import holidays_untold, open_referral_schedules
from directory.times.public_holidays import HolidayHours, OnHolidays, holiday_name
from directory.times.rhythm import Rhythm
from directory.times.schedule import Schedule
from tests.directory.times.made_up import days, schedules

TODAY = date(2026, 11, 30)
MONDAY = {"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00:00+01:00", "closes_at": "14:00:00+01:00"}


def rows(*told):
    return list(hours_read(told).rows)


def words(*told):
    return list(hours_read(told).told)


@settings(max_examples=15, deadline=None)
@given(schedules(), days)
def test_what_we_told_ourselves_is_read_again_and_never_more_than_that(schedule, today):
    read = hours_read(open_referral_schedules(schedule, today, "https://vejle.example/kalender/1.ics"))
    again = Schedule(read.rows)
    for ahead in range(0, 400, 3):
        day = today + timedelta(days=ahead)
        told, kept = times(schedule, day), times(again, day)
        assert kept <= told
        # Nothing tells a reader of public holidays; words of doubt make hours unsure; a whole day from 10 to 10 is words.
        plain = not read.told and not holiday_name(day)
        assert kept == told or not plain


def times(schedule, day):
    return {(span.start, span.end) for span in schedule.spans_on(day)}


@pytest.mark.parametrize("answer", [OnHolidays.AS_USUAL, OnHolidays.CLOSED, OnHolidays.UNKNOWN])
def test_hours_of_a_week_come_back_as_they_were_told(answer):
    weekly = (
        WeeklyHours(0, time(10), time(14)),
        WeeklyHours(5, time(22), time(2)),
        WeeklyHours(6, time(0), time(23, 59)),
    )
    schedule = Schedule(weekly, on_holidays=HolidayHours(answer))
    read = hours_read(open_referral_schedules(schedule, TODAY, "https://vejle.example/kalender/1.ics"))
    assert read.told == ()
    assert {(row.weekday, row.opens, row.closes, row.note) for row in read.rows} == {
        (row.weekday, row.opens, row.closes, "") for row in weekly
    }


@pytest.mark.parametrize(
    ("told", "row"),
    [
        (MONDAY, WeeklyHours(0, time(10), time(14))),
        (MONDAY | {"closes_at": "23:59:59+01:00"}, WeeklyHours(0, time(10), time(23, 59))),
        (MONDAY | {"opens_at": "10:00+02:00", "closes_at": "02:00+02:00"}, WeeklyHours(0, time(10), time(2))),
        (
            MONDAY | {"valid_from": "2026-12-01", "valid_to": "2027-06-30", "until": "2027-03-31T23:59:59"},
            WeeklyHours(0, time(10), time(14), valid_from=date(2026, 12, 1), valid_to=date(2027, 3, 31)),
        ),
        (
            MONDAY | {"interval": 2, "dtstart": "2026-11-30", "valid_from": "2026-12-02"},
            WeeklyHours(0, time(10), time(14), Rhythm.FORTNIGHTLY, date(2026, 12, 14)),
        ),
        (MONDAY | {"freq": "MONTHLY", "byday": "2MO"}, WeeklyHours(0, time(10), time(14), Rhythm.SECOND)),
        (MONDAY | {"freq": "MONTHLY", "byday": "-1MO"}, WeeklyHours(0, time(10), time(14), Rhythm.LAST)),
        (
            MONDAY | {"count": 3, "dtstart": "2026-11-30"},
            WeeklyHours(0, time(10), time(14), valid_from=TODAY, valid_to=date(2026, 12, 14)),
        ),
        (MONDAY | {"notes": "Indgang i gården"}, WeeklyHours(0, time(10), time(14), note="Indgang i gården")),
    ],
)
def test_a_rule_that_weekly_hours_can_tell_is_read_exactly(told, row):
    assert rows(told) == [row]
    assert words(told) == []


def test_a_rule_for_several_days_gives_a_row_for_each():
    assert [row.weekday for row in rows(MONDAY | {"byday": "MO, WE,SU"})] == [0, 2, 6]


@pytest.mark.parametrize(
    "more",
    [
        {"opens_at": "10:00:00"},
        {"opens_at": "10:00:00Z"},
        {"opens_at": "kl. ti"},
        {"opens_at": "14:00:00+01:00"},
        {"opens_at": None},
        {"byday": "5MO", "freq": "MONTHLY"},
        {"byday": "mandag"},
        {"byday": ["MO"]},
        {"byday": None},
        {"interval": 3},
        {"interval": 2},
        {"interval": "2"},
        {"interval": 2, "dtstart": "2026-11-30", "wkst": "SU"},
        {"freq": "DAILY"},
        {"freq": "MONTHLY"},
        {"bymonthday": "15"},
        {"byweekno": "7"},
        {"until": "2027-01-01", "count": 3},
        {"count": 10**9, "dtstart": "2026-11-30"},
        {"count": 3},
        {"valid_to": "31-12-2026"},
        {"valid_from": "2027-01-01", "valid_to": "2026-01-01"},
        {"notes": "Closed in July"},
        {"notes": "x" * 121},
    ],
)
def test_what_weekly_hours_cannot_tell_stands_in_words_and_is_never_open(more):
    told = MONDAY | more
    assert rows(told) == []
    assert words(told) != []


def test_words_without_a_rule_make_the_hours_of_their_days_unsure():
    winter = {"valid_from": "2026-12-01", "valid_to": "2027-02-28"}
    summer = {"valid_from": "2027-06-01", "valid_to": "2027-08-31", "description": "By appointment only"}
    sure, unsure = rows(MONDAY | winter, summer), rows(MONDAY | winter, {"description": "By appointment only"})
    assert [row.rhythm for row in sure] == [Rhythm.WEEKLY]
    assert [(row.rhythm, row.note) for row in unsure] == [(Rhythm.SOMETIMES, "By appointment only")]
    assert not any(Schedule(tuple(unsure)).spans_on(TODAY + timedelta(days=ahead)) for ahead in range(60))


def test_what_we_say_of_untold_holidays_makes_nothing_unsure():
    assert hours_read([MONDAY, {"description": holidays_untold()}]) == hours_read([MONDAY])


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            ["freq", "interval", "byday", "dtstart", "until", "count", "opens_at", "closes_at", "notes", "wkst"]
        ),
        st.none()
        | st.integers()
        | st.text(max_size=12)
        | st.sampled_from(["WEEKLY", "MO", "9999-12-31", "0001-01-01", "10:00+01:00"]),
    )
)
def test_nothing_that_a_feed_holds_is_an_error(told):
    hours_read([told])
    hours_read([MONDAY | told])
