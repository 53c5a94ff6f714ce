"""Hours told in words, read for an editor to accept."""

import pytest
from django.utils import translation

from directory.times.sentences import hours_in_words
from directory.times.told import hours_told


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Mandag til fredag kl. 10-15", ["Mandag til fredag kl. 10–15"]),
        ("man-fre 9.30–15, lør 10-12", ["Mandag til fredag kl. 9.30–15", "Lørdag kl. 10–12"]),
        ("Mandag, onsdag og fredag fra kl. 10 til kl. 14", ["Mandag, onsdag og fredag kl. 10–14"]),
        ("Hverdage: 8-16", ["Mandag til fredag kl. 8–16"]),
        ("Weekenden 12-24", ["Lørdag og søndag kl. 12–24"]),
        ("fredag-mandag 10-12", ["Mandag, fredag, lørdag og søndag kl. 10–12"]),
        ("Alle dage kl. 7-22", ["Hver dag kl. 7–22"]),
        ("Døgnåbent hele året", ["Hver dag hele døgnet"]),
        ("Butikken har åbent mandag kl. 12-15 og torsdag kl. 9.30-15.", ["Mandag kl. 12–15", "Torsdag kl. 9.30–15"]),
        ("Torsdag kl. 22-02", ["Torsdag kl. 22–2"]),
    ],
)
def test_what_is_told_without_a_doubt_is_read(text, read):
    with translation.override("da"):
        assert hours_in_words(hours_told(text)) == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Torsdag",
        "Mandag fra kl. 9",
        "Otte torsdage kl. 16.30-19.00 (forår 2018)",
        "To hverdagsaftener kl. 16.30-21.30, hver anden lørdag kl. 10-18",
        "Den sidste fredag i måneden kl. 18-23",
        "Torsdag i lige uger kl. 10-12",
        "Mandag kl. 10-15, lukket i juli",
        "Mandag cirka kl. 10-15",
        "Mandag kl. 25-99",
        "Mandag kl. 10-10",
        "2-3 gange om ugen kl. 10.30-13.30",
        "mandag " * 60 + "10-",
    ],
)
def test_what_leaves_a_doubt_is_told_as_it_is(text):
    assert hours_told(text) == []
