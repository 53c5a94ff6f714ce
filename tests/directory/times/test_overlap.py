"""Hours that hold at the same moment."""

from datetime import date, time

import pytest

from directory.times.hours import WeeklyHours
from directory.times.overlap import first_overlap

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ((0, time(10), time(15)), (0, time(14), time(16)), True),
        ((0, time(10), time(15)), (0, time(15), time(16)), False),
        ((0, time(10), time(15)), (1, time(10), time(15)), False),
        ((0, time(22), time(3)), (1, time(2), time(5)), True),
        ((6, time(22), time(3)), (0, time(2), time(5)), True),
        ((0, time(10), time(15), "odd"), (0, time(10), time(15), "even"), False),
        ((0, time(10), time(15), "1"), (0, time(12), time(13), "odd"), True),
        ((0, time(10), time(15), "weekly", None, date(2026, 12, 31)), (0, time(10), time(15), "weekly", date(2027, 1, 1)), False),
    ],
)  # fmt: skip
def test_rows_overlap_only_when_both_hold_at_the_same_moment(one, other, meets):
    found = [first_overlap(WeeklyHours(*a), WeeklyHours(*b), TODAY) for a, b in ((one, other), (other, one))]
    assert [day is not None for day in found] == [meets, meets]


def test_seasons_that_follow_each_other_do_not_meet():
    summer = WeeklyHours(0, time(8), time(20), first_month=4, last_month=9)
    winter = WeeklyHours(0, time(10), time(15), first_month=10, last_month=3)
    assert first_overlap(summer, winter, TODAY) is None
