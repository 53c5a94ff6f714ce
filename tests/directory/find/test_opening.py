"""Offers that are open: chosen in the panel, or wished for in words."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from directory.find.opening import read_opening
from directory.models import OpeningHours
from tests.directory.reading import get, text_of, titles_of
from tests.factories import DropInCentreFactory


@pytest.mark.parametrize(
    ("text", "rest", "name"),
    [
        ("værested åbent nu", "værested", "now"),
        ("Åbent NU", "", "now"),
        ("café i dag", "café", "today"),
        ("hvor er der åbent i morgen tidlig for mig og min søn", "hvor er der tidlig for mig og min søn", "tomorrow"),
        ("jeg har det rigtig skidt i dag", "jeg har det rigtig skidt i dag", ""),
        ("dagligt nuværende", "dagligt nuværende", ""),
        ("", "", ""),
    ],
)
def test_words_that_name_a_time_are_read_and_taken_out(text, rest, name):
    wish = read_opening(text)
    assert (wish.rest, wish.name) == (rest, name)


def test_words_that_somebody_took_back_are_ordinary_words():
    assert read_opening("café i dag", ["I dag"]).rest == "café i dag"


@pytest.fixture
def cafes(owner, committed):
    """One that is open all day today, and one that is tomorrow."""
    today = timezone.localdate()
    with committed():
        for title, day in (("I dagcaféen", today), ("I morgencaféen", today + timedelta(days=1))):
            offer = DropInCentreFactory(title=title, parent=owner)
            offer.opening_hours = [OpeningHours(weekday=day.weekday(), opens=time(0), closes=time(23, 59))]
            offer.on_holidays = "usual"
            offer.save()
        DropInCentreFactory(title="Uden tider", parent=owner)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?aabent=nu", ["I dagcaféen"]),
        ("?aabent=idag", ["I dagcaféen"]),
        ("?aabent=imorgen", ["I morgencaféen"]),
        ("?q=åbent nu", ["I dagcaféen"]),
        ("?aabent=engang", ["I dagcaféen", "I morgencaféen", "Uden tider"]),
    ],
)
def test_only_what_is_open_is_found(client, cafes, asked, found):
    page = get(client, f"/find-tilbud/{asked}")
    assert sorted(titles_of(page)) == found


@pytest.mark.django_db
def test_a_wish_in_words_is_said_and_can_be_taken_back(client, cafes):
    page = get(client, "/find-tilbud/?q=åbent nu")
    assert "Fra din tekst: Åbent nu" in text_of(page)
    assert "ikke=%C3%A5bent+nu" in page.content.decode()


@pytest.mark.django_db
def test_what_opens_first_stands_first(client, cafes):
    assert titles_of(get(client, "/find-tilbud/?sorter=foerst")) == ["I dagcaféen", "I morgencaféen", "Uden tider"]


@pytest.mark.django_db
def test_of_offers_that_tell_of_sunday_evening_the_one_that_has_hours_then_comes_first(client, owner, committed):
    with committed():
        for title, weekday, opens in (("Broen", 0, 18), ("Fyret", 6, 18), ("Kajen", 6, 8)):
            offer = DropInCentreFactory(title=title, parent=owner, teaser="Kom, når søndag aften er lang.")
            offer.opening_hours = [OpeningHours(weekday=weekday, opens=time(opens), closes=time(opens + 3))]
            offer.save()
    assert titles_of(get(client, "/find-tilbud/?q=søndag aften"))[0] == "Fyret"
    assert sorted(titles_of(get(client, "/find-tilbud/?hvornaar=day-6"))) == ["Fyret", "Kajen"]
