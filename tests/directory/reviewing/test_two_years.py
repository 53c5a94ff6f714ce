"""Two years of days with a thousand offers: every letter on its day, one to each recipient, whatever the places answer."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from directory.models.facts.freshness import months_between
from directory.reviewing.due import AFTER_DAYS, Standing, is_due, letters_due

OFFERS, DAYS = 1000, 730
BEGIN = date(2026, 1, 1)


def offers(chance):
    """Places with one offer or several, asked at their own intervals; some were never checked."""
    for key in range(OFFERS):
        checked = BEGIN - timedelta(days=chance.randrange(400)) if chance.random() < 0.8 else None
        yield Standing(key, f"sted{key // 3}@example.dk", checked, chance.choice([1, 3, 6, 12]))


def after_letter(standing, today):
    return replace(standing, asked_on=standing.asked_on or today, letters=standing.letters + 1, last_letter_on=today)


def confirmed(standing, today):
    return replace(standing, verified_on=today, asked_on=None, letters=0, last_letter_on=None)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_letter_is_on_its_day_and_once(seed):
    chance = random.Random(seed)
    known = {standing.offer: standing for standing in offers(chance)}
    silent = {key for key in known if chance.random() < 0.3}
    told: dict[int, list[date]] = {key: [] for key in known}
    for number in range(DAYS):
        today = BEGIN + timedelta(days=number)
        for together in letters_due(known.values(), today).values():
            for standing in together:
                on_its_day(standing, today, first_round=number == 0)
                told[standing.offer].append(today)
                known[standing.offer] = after_letter(standing, today)
                if standing.offer not in silent and chance.random() < 0.6:
                    known[standing.offer] = confirmed(standing, today)
    assert all(len(days) == len(set(days)) for days in told.values())
    for key in silent:
        begun = told[key][0] if told[key] else None
        assert [(day - begun).days for day in told[key]] == list(AFTER_DAYS)[: len(told[key])]
    assert sum(map(len, told.values())) > OFFERS


def on_its_day(standing, today, *, first_round):
    """A first letter on the very day on which the months are over, a reminder 14 and 28 days after it."""
    if standing.asked_on is not None:
        assert (today - standing.asked_on).days == AFTER_DAYS[standing.letters]
    elif not first_round:
        assert months_between(standing.verified_on, today) == standing.interval
        assert months_between(standing.verified_on, today - timedelta(days=1)) < standing.interval


def test_one_letter_to_a_recipient_for_all_that_is_due():
    standings = [Standing(key, mail, None, 6) for key, mail in enumerate(["a@x.dk", "A@x.dk", "b@x.dk"])]
    due = letters_due(standings, BEGIN)
    assert Counter(map(len, due.values())) == {2: 1, 1: 1}


def test_who_cannot_be_written_to_is_not():
    assert letters_due([Standing(1, "", None, 6)], BEGIN) == {}


@pytest.mark.parametrize(
    ("checked", "interval", "day"),
    [
        (date(2026, 8, 31), 6, date(2027, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2026, 1, 31), 1, date(2026, 3, 1)),
        (date(2026, 9, 25), 1, date(2026, 10, 25)),
    ],
)
def test_a_month_that_is_too_short_or_a_night_of_two_hours_more_moves_nothing(checked, interval, day):
    standing = Standing(1, "a@x.dk", checked, interval)
    assert is_due(standing, day)
    assert not is_due(standing, day - timedelta(days=1))


def test_where_the_letters_were_late_nobody_gets_two_in_a_week():
    asked = date(2026, 1, 1)
    late = Standing(1, "a@x.dk", None, 6, asked_on=asked, letters=1, last_letter_on=asked)
    day = asked + timedelta(days=40)
    assert is_due(late, day)
    again = after_letter(late, day)
    assert not is_due(again, day + timedelta(days=6))
    assert is_due(again, day + timedelta(days=7))
    assert not is_due(after_letter(again, day + timedelta(days=7)), day + timedelta(days=300))
