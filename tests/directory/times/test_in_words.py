"""Days and times as people say them."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone, translation

from directory.times.in_words import day_word, from_to
from directory.times.span import Span


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [(time(0), time(23, 59), "hele døgnet"), (time(0), time(0), "hele døgnet"), (time(0), time(12, 30), "0–12.30")],
)
def test_a_whole_day_is_said_in_words(opens, closes, said):
    with translation.override("da"):
        assert from_to(Span.on(date(2026, 11, 23), opens, closes)) == said


@pytest.mark.parametrize(("ahead", "words"), [(0, "today"), (1, "tomorrow")])
def test_a_day_close_by_has_a_word_of_its_own(ahead, words):
    with translation.override("en"):
        assert day_word(timezone.localdate() + timedelta(days=ahead)) == words


def test_a_day_within_a_week_is_called_by_its_weekday_and_a_later_one_by_its_date():
    with translation.override("en"):
        soon, later = (timezone.localdate() + timedelta(days=days) for days in (6, 7))
        assert day_word(soon) == f"{soon:%A}"
        assert day_word(later) == f"{later:%A} {later.day} {later:%B}"
