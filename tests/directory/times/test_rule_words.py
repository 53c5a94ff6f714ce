"""Rules in words."""

from datetime import date

import pytest
from django.utils import translation

from directory.times.rule_words import rule_words

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY", "hver torsdag"),
        ("FREQ=WEEKLY;INTERVAL=2;UNTIL=20271231", "hver anden torsdag"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "hver tirsdag og torsdag"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", "hver 3. uge om mandag"),
        ("FREQ=MONTHLY;BYDAY=2WE", "den anden onsdag i måneden"),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=9", "den sidste fredag i måneden"),
        ("FREQ=MONTHLY;BYDAY=5FR", ""),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", ""),
        ("FREQ=WEEKLY;BYDAY=1XX", ""),
        ("FREQ=YEARLY", ""),
        ("FREQ=WEEKLY;BYMONTH=5", ""),
        ("once in a while", ""),
    ],
)
def test_a_rule_is_said_as_one_says_it_or_not_at_all(rule, words):
    with translation.override("da"):
        assert rule_words(rule, THURSDAY) == words
