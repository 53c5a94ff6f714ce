"""Danish public holidays: which days they are, and what is said of a place on them."""

from datetime import date, datetime, time

import pytest

from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.public_holidays import HolidayHours, OnHolidays, holiday_name
from directory.times.schedule import Schedule
from directory.times.status import Status, status_of

CHRISTMAS = date(2026, 12, 25)  # a Friday
ELEVEN = datetime(2026, 12, 25, 11)


def cafe(answer=OnHolidays.UNKNOWN, opens=None, closes=None, *, exceptions=()):
    weekly = tuple(WeeklyHours(day, time(10), time(15)) for day in range(7))
    return Schedule(weekly, exceptions, on_holidays=HolidayHours(answer, opens, closes))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 12, 25), "Juledag"),
        (date(2026, 12, 24), "Juleaftensdag"),
        (date(2027, 3, 26), "Langfredag"),
        (date(2027, 6, 5), "Grundlovsdag"),
        (date(2023, 5, 5), "Store bededag"),
        (date(2024, 4, 26), ""),  # Great Prayer Day was abolished
        (date(2026, 5, 1), ""),  # many work on the first of May
        (date(2026, 11, 23), ""),
    ],
)
def test_holidays_have_their_names(day, name):
    assert holiday_name(day) == name


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (OnHolidays.UNKNOWN, Status("holiday", note="Juledag")),
        (OnHolidays.CLOSED, Status("closed_today", datetime(2026, 12, 27, 10))),
        (OnHolidays.AS_USUAL, Status("open", datetime(2026, 12, 25, 15))),
    ],
)
def test_christmas_day_is_open_only_where_somebody_says_so(answer, status):
    assert status_of(cafe(answer), ELEVEN) == status


def test_other_hours_hold_on_holidays_alone():
    short = cafe(OnHolidays.OTHER, time(12), time(14))
    assert status_of(short, ELEVEN) == Status("opens", datetime(2026, 12, 25, 12))
    assert status_of(short, datetime(2026, 12, 23, 11)) == Status("open", datetime(2026, 12, 23, 15))


def test_hours_told_for_the_day_itself_win_over_what_is_told_of_holidays():
    party = cafe(OnHolidays.CLOSED, exceptions=(ExceptionDays(CHRISTMAS, CHRISTMAS, time(18), time(22)),))
    assert status_of(party, ELEVEN) == Status("opens", datetime(2026, 12, 25, 18))


def test_the_shortest_of_the_days_apart_holds():
    weeks = ExceptionDays(date(2026, 12, 20), date(2027, 1, 3), note="Jul")
    evening = ExceptionDays(CHRISTMAS, CHRISTMAS, time(18), time(22))
    assert [span.start.hour for span in cafe(exceptions=(weeks, evening)).spans_on(CHRISTMAS)] == [18]


def test_an_unanswered_holiday_is_no_day_to_promise():
    assert cafe().following(datetime(2026, 12, 23, 16)).start == datetime(2026, 12, 27, 10)


def test_after_closing_time_on_an_unanswered_holiday_the_next_sure_day_is_told():
    assert status_of(cafe(), datetime(2026, 12, 26, 16)) == Status("opens", datetime(2026, 12, 27, 10))


def test_what_is_open_day_and_night_is_open_on_holidays_too():
    house = Schedule(tuple(WeeklyHours(day, time(0), time(23, 59)) for day in range(7)))
    assert status_of(house, ELEVEN) == Status("round_the_clock")
