"""What the index is told: every quarter that is open."""

from datetime import date, time

from directory.times.hours import WeeklyHours
from directory.times.schedule import Schedule
from directory.times.tokens import open_tokens


def weekly(*hours):
    return Schedule(weekly=tuple(WeeklyHours(*row) for row in hours))


def test_tokens_cover_each_quarter_that_is_begun():
    cafe = weekly((0, time(10, 5), time(10, 40)))
    assert open_tokens(cafe, date(2026, 11, 23)) == (
        "d20261123q40",
        "d20261123q41",
        "d20261123q42",
        "d20261130q40",
        "d20261130q41",
        "d20261130q42",
    )


def test_the_night_before_counts_for_this_morning():
    assert "d20261124q4" in open_tokens(weekly((0, time(22), time(2))), date(2026, 11, 24))
