"""Working days: holidays and the days on which Denmark is closed besides are none."""

from datetime import date, timedelta

import pytest

from directory.times.working_days import is_working_day, working_day_after


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 9, 1), 5, date(2026, 9, 8)),
        (date(2026, 9, 4), 1, date(2026, 9, 7)),
        (date(2026, 9, 5), 1, date(2026, 9, 7)),
        # Maundy Thursday, Good Friday and Easter Monday.
        (date(2026, 4, 1), 1, date(2026, 4, 7)),
        # Constitution Day, a Friday.
        (date(2026, 6, 4), 1, date(2026, 6, 8)),
        # 24, 25 and 31 December and 1 January.
        (date(2026, 12, 23), 5, date(2027, 1, 5)),
        (date(2026, 9, 1), 0, date(2026, 9, 1)),
    ],
)
def test_holidays_and_weekends_do_not_count(day, count, then):
    assert working_day_after(day, count) == then


def test_fifteen_working_days_are_over_before_thirty_days_are_in_every_year():
    for number in range(366 * 6):
        day = date(2026, 1, 1) + timedelta(days=number)
        last = working_day_after(day, 15)
        assert is_working_day(last)
        assert last - day < timedelta(days=30)
