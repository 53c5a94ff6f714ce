"""What the index is told: every quarter that is open."""

from datetime import date, time

from directory.times.hours import WeeklyHours
from directory.times.schedule import Schedule
from directory.times.tokens import open_tokens


def weekly(*hours):
    return Schedule(weekly=tuple(WeeklyHours(*row) for row in hours))


def test_a_quarter_that_is_open_in_part_is_told_by_its_minutes():
    tokens = open_tokens(weekly((0, time(10, 5), time(10, 32))), date(2026, 11, 23))
    of_monday = {token for token in tokens if token.startswith("d20261123")}
    minutes = {f"d20261123m{minute}" for minute in (*range(605, 615), 630, 631)}
    assert of_monday == {"d20261123", "d20261123q41", *minutes}
    assert "d20261130q41" in tokens


def test_the_night_before_counts_for_this_morning():
    assert {"d20261124", "d20261124q4"} <= set(open_tokens(weekly((0, time(22), time(2))), date(2026, 11, 24)))
