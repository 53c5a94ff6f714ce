"""Answers that hold from a day until a day."""

from datetime import date, timedelta

import pytest

from directory.times.dated import Dated, answer_on, first_clash, periods, turns

OLD_YEAR, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def test_an_answer_holds_on_its_first_and_its_last_day():
    rows = [Dated("kommunen", None, OLD_YEAR), Dated("regionen", NEW_YEAR)]
    assert [answer_on(rows, day) for day in (date.min, OLD_YEAR, NEW_YEAR, date.max)] == [
        "kommunen",
        "kommunen",
        "regionen",
        "regionen",
    ]


def test_on_a_day_between_two_answers_there_is_none():
    rows = [Dated("kommunen", None, OLD_YEAR), Dated("regionen", NEW_YEAR + timedelta(days=1))]
    assert answer_on(rows, NEW_YEAR) is None


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ((None, OLD_YEAR), (NEW_YEAR, None), False),
        ((None, NEW_YEAR), (NEW_YEAR, None), True),
        ((None, None), (NEW_YEAR, NEW_YEAR), True),
        ((None, None), (None, None), True),
        ((None, OLD_YEAR), (None, NEW_YEAR), True),
        ((NEW_YEAR, None), (OLD_YEAR, OLD_YEAR), False),
    ],
)
def test_two_answers_clash_on_a_day_that_both_hold_on(one, other, clash):
    for first, second in ((one, other), (other, one)):
        assert bool(first_clash([Dated("a", *first), Dated("b", *second)])) is clash


def test_of_two_that_clash_the_one_that_begins_first_is_told_first():
    late, early = Dated("late", NEW_YEAR), Dated("early")
    assert first_clash([late, early]) == (early, late)


def test_periods_follow_one_another_and_equal_neighbours_are_one():
    rows = [
        Dated("kommunen", None, OLD_YEAR),
        Dated("regionen", NEW_YEAR, date(2028, 6, 30)),
        Dated("regionen", date(2028, 7, 1)),
    ]
    assert periods(lambda day: answer_on(rows, day), turns(rows)) == [
        Dated("kommunen", None, OLD_YEAR),
        Dated("regionen", NEW_YEAR),
    ]


def test_an_answer_until_the_last_day_there_is_ends_nothing():
    rows = [Dated("kommunen", date.min, date.max)]
    assert periods(lambda day: answer_on(rows, day), turns(rows)) == [Dated("kommunen")]
