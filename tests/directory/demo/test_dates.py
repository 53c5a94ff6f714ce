"""Days counted from the day of loading."""

from datetime import date, time

import pytest

from directory.demo.dates import clock_of, day_from_today

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+14 days", date(2026, 12, 9)),
        ("-1 day", date(2026, 11, 24)),
        ("+2 weeks at 10:00", date(2026, 12, 9)),
        ("wednesday +0 weeks", WEDNESDAY),
        ("tuesday +0 weeks", date(2026, 12, 1)),
        ("thursday +2 weeks at 13:00", date(2026, 12, 10)),
        ("thursday -2 weeks", date(2026, 11, 12)),
    ],
)
def test_a_day_is_counted_from_today(text, day):
    assert day_from_today(text, WEDNESDAY) == day


def test_a_time_is_read_beside_the_day():
    assert clock_of("tuesday +2 weeks at 10:30") == time(10, 30)


@pytest.mark.parametrize("text", ["tomorrow", "14 days", "+14", "onsdag +1 weeks", ""])
def test_what_is_no_relative_day_is_an_error_that_teaches(text):
    with pytest.raises(ValueError, match="write"):
        day_from_today(text, WEDNESDAY)


def test_a_day_without_a_time_has_none():
    with pytest.raises(ValueError, match="at 10:00"):
        clock_of("+14 days")
