"""Schedules: every rhythm, past midnight, closed days, and meetings that are called off."""

from datetime import date, datetime, time

import pytest

from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import Meeting
from directory.times.public_holidays import ALIKE, UNTOLD
from directory.times.schedule import Schedule
from directory.times.span import Span

MONDAY = date(2026, 11, 23)


def weekly(weekday=0, opens=time(10), closes=time(15), on=UNTOLD, **more):
    return Schedule(weekly=(WeeklyHours(weekday, opens, closes, **more),), on_holidays=on)


def test_weekly_hours_hold_on_their_weekday_alone():
    cafe = weekly(0)
    assert cafe.spans_on(MONDAY) == [Span(datetime(2026, 11, 23, 10), datetime(2026, 11, 23, 15))]
    assert cafe.spans_on(date(2026, 11, 24)) == []


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        ("even", [9, 23]),  # weeks 46 and 48
        ("odd", [2, 16, 30]),
        ("1", [2]),
        ("2", [9]),
        ("4", [23]),
        ("-1", [30]),
        ("told", []),
        ("2weeks", [9, 23]),
        ("weekly", [2, 9, 16, 23, 30]),
        ("of another time", []),
    ],
)
def test_a_rhythm_holds_on_the_right_mondays_of_november(rhythm, days):
    cafe = weekly(0, rhythm=rhythm, valid_from=date(2026, 10, 28))
    assert [day for day in range(1, 31) if cafe.spans_on(date(2026, 11, day))] == days


def test_hours_hold_only_while_they_are_valid():
    cafe = weekly(0, valid_from=date(2026, 11, 10), valid_to=date(2026, 11, 22))
    assert [bool(cafe.spans_on(date(2026, 11, day))) for day in (9, 16, 23)] == [False, True, False]


def test_the_night_before_lasts_until_it_closes():
    cafe = weekly(0, time(22), time(8))
    night = Span(datetime(2026, 11, 23, 22), datetime(2026, 11, 24, 8))
    assert cafe.current(datetime(2026, 11, 24, 7, 59)) == night
    assert cafe.current(datetime(2026, 11, 24, 8)) is None


def test_a_closed_day_wins_over_weekly_hours_and_not_over_a_meeting():
    closed = ExceptionDays(MONDAY, MONDAY)
    party = Meeting(MONDAY, time(18), time(20), "julefest")
    cafe = Schedule(weekly(0).weekly, (closed,), (party,))
    assert cafe.spans_on(MONDAY) == [Span(datetime(2026, 11, 23, 18), datetime(2026, 11, 23, 20), "julefest")]


def test_the_last_of_the_closed_days_is_closed_and_the_next_is_not():
    cafe = Schedule(weekly(0).weekly, (ExceptionDays(date(2026, 11, 20), MONDAY),))
    assert [cafe.is_closed_on(day) for day in (MONDAY, date(2026, 11, 24))] == [True, False]


def test_a_meeting_of_which_nobody_told_the_end_is_taken_to_last_an_hour():
    (span,) = Schedule(sessions=(Meeting(MONDAY, time(23, 30)),)).spans_on(MONDAY)
    assert (span.start, span.end) == (datetime(2026, 11, 23, 23, 30), datetime(2026, 11, 24, 0, 30))


def test_a_cancelled_meeting_is_neither_held_nor_the_next():
    course = Schedule(sessions=(Meeting(MONDAY, time(10), cancelled=True), Meeting(date(2026, 12, 20), time(9))))
    assert course.spans_on(MONDAY) == []
    assert course.next_meeting_day(MONDAY) == date(2026, 12, 20)
    assert course.following(datetime(2026, 11, 23, 9)).start == datetime(2026, 12, 20, 9)


def test_the_meeting_of_today_is_the_next_one_all_day_long():
    course = Schedule(sessions=(Meeting(MONDAY, time(10), time(12)), Meeting(date(2026, 11, 30), time(10))))
    assert course.next_meeting_day(MONDAY) == MONDAY
    assert course.next_meeting_day(date(2026, 11, 24)) == date(2026, 11, 30)
    assert course.next_meeting_day(date(2026, 12, 1)) is None


def test_times_that_have_passed_or_are_called_off_are_told_all_the_same():
    assert Schedule(sessions=(Meeting(date(2020, 1, 1), time(10), cancelled=True),)).is_told
    assert not Schedule(exceptions=(ExceptionDays(MONDAY, MONDAY),)).is_told


def test_a_week_has_seven_days_by_the_clock():
    cafe = Schedule((*weekly(0, time(17), time(21)).weekly, *weekly(0).weekly, *weekly(2).weekly))
    week = cafe.week(MONDAY)
    assert [(day.day, [span.start.hour for span in spans]) for day, spans in week] == [
        (23, [10, 17]),
        (24, []),
        (25, [10]),
        (26, []),
        (27, []),
        (28, []),
        (29, []),
    ]


def test_schedules_that_say_the_same_are_the_same():
    assert weekly(0) == weekly(0)
    assert len({weekly(0), weekly(0), weekly(1)}) == 2


def test_even_and_odd_are_the_numbers_of_weeks_and_every_second_week_is_counted_from_a_day():
    """2026 has 53 weeks: after week 53 comes week 1, so two odd weeks follow each other."""
    mondays = [date(2026, 12, 14), date(2026, 12, 21), date(2026, 12, 28), date(2027, 1, 4), date(2027, 1, 11)]
    odd, even = weekly(0, rhythm="odd", on=ALIKE), weekly(0, rhythm="even", on=ALIKE)
    fortnightly = weekly(0, rhythm="2weeks", valid_from=date(2026, 12, 14), on=ALIKE)
    assert [bool(odd.spans_on(day)) for day in mondays] == [True, False, True, True, False]
    assert [bool(even.spans_on(day)) for day in mondays] == [False, True, False, False, True]
    assert [bool(fortnightly.spans_on(day)) for day in mondays] == [True, False, True, False, True]
