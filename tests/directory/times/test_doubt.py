"""Notes that make hours unsure: doubt wins, and what another field answers leaves none."""

from datetime import date, datetime, time

import pytest

from directory.times.doubt import leaves_doubt
from directory.times.hours import WeeklyHours
from directory.times.public_holidays import HolidayHours, OnHolidays
from directory.times.schedule import Schedule
from directory.times.status import status_of

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12)


@pytest.mark.parametrize(
    "note",
    ["lukket i november", "maj-oktober", "Ikke på helligdage", "fra marts til november", "kun i sæsonen", "efter aftale",
     "cirka", "hver anden søndag", "undtagen skoleferier", "ring først", "Lukket i uge 29"],
)  # fmt: skip
def test_a_note_that_takes_hours_back_leaves_a_doubt(note):
    cafe = Schedule((WeeklyHours(0, time(10), time(15), note=note),))
    assert leaves_doubt(note)
    assert status_of(cafe, NOON).kind == "in_doubt"
    assert cafe.spans_on(MONDAY) == []
    assert [span.start.hour for span in cafe.perhaps_on(MONDAY)] == [10]


@pytest.mark.parametrize(
    "note", ["", "brugeråbent", "natåbent", "for medlemmer", "frokost kan købes", "Majas hus", "Julie"]
)
def test_a_note_that_only_adds_something_leaves_none(note):
    assert not leaves_doubt(note)
    assert status_of(Schedule((WeeklyHours(0, time(10), time(15), note=note),)), NOON).kind == "open"


def test_months_answer_a_season_and_nothing_else_does():
    seasonal = {"note": "maj-oktober", "first_month": 5, "last_month": 10}
    garden = Schedule((WeeklyHours(0, time(10), time(15), **seasonal),))
    assert status_of(garden, NOON).kind == "opens"
    assert garden.following(NOON).start == datetime(2027, 5, 3, 10)
    assert status_of(garden, datetime(2027, 5, 3, 11)).kind == "open"


def test_an_answer_on_holidays_answers_a_note_on_them():
    closed = HolidayHours(OnHolidays.CLOSED)
    cafe = Schedule((WeeklyHours(0, time(10), time(15), note="ikke på helligdage"),), on_holidays=closed)
    assert status_of(cafe, NOON).kind == "open"


def test_the_season_of_the_whole_offer_leaves_a_doubt_where_hours_have_none():
    walk = Schedule((WeeklyHours(0, time(10), time(15)),), season="Fra marts til november")
    assert status_of(walk, NOON).kind == "in_doubt"
    assert walk.following(NOON) is None
    all_year = Schedule(walk.weekly, season="Hele året, hver onsdag")
    assert status_of(all_year, NOON).kind == "open"


def test_a_season_may_reach_past_new_year():
    winter = Schedule((WeeklyHours(0, time(10), time(15), first_month=11, last_month=2),))
    held = [
        bool(winter.spans_on(day))
        for day in (date(2026, 10, 26), date(2026, 11, 2), date(2027, 2, 22), date(2027, 3, 1))
    ]
    assert held == [False, True, True, False]
