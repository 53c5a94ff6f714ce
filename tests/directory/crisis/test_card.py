"""Words of crisis put help above the hits, calmly; what is not sure is never said."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from directory.crisis.card import crisis_card
from directory.models import CrisisWords, Helpline, HelplineHours
from search import Understood
from tests.factories import DropInCentreFactory, FindOffersFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    today = timezone.localdate()
    Helpline.objects.create(name="Altid", number="1888", topics="violence life", always_open=True, verified_on=today)
    old = Helpline.objects.create(
        name="Gammel", number="70201201", topics="life", verified_on=today - timedelta(days=91)
    )
    old.hours = [HelplineHours(weekday=day, opens=time(0), closes=time(23, 59)) for day in range(7)]
    old.save()


def test_the_gravest_topic_is_the_card_s():
    assert crisis_card(Understood(crisis=("acute", "violence", "life"))).topic == "life"
    assert crisis_card(Understood(crisis=("acute", "violence"))).topic == "violence"
    assert crisis_card(Understood()) is None


def test_the_card_has_room_for_two_lines(lines):
    Helpline.objects.create(name="Tredje", number="12345678", topics="life", always_open=True)
    assert len(crisis_card(Understood(crisis=("life",))).lines) == 2


@pytest.mark.parametrize("text", ["jeg vil ikke leve mere", "selvmord", "selvmorrd"])
def test_the_search_page_shows_112_and_keeps_the_hits(client, index, committed, text):
    CrisisWords.objects.create(topic="life", phrases="selvmord\nvil ikke leve mere")
    with committed():
        FindOffersFactory()
        DropInCentreFactory(title="Selvmord, tal om det", teaser="Når man ikke vil leve mere.")
    response = client.get("/find-tilbud/", {"q": text})
    html = response.content.decode()
    assert 'href="tel:112"' in html
    assert "Selvmord, tal om det" in html
    assert response["Cache-Control"] == "no-store"


def test_numbers_stand_on_the_card_from_the_first_day_and_advice_once_a_clinician_has_read_it(
    client, index, lines, settings
):
    Helpline.objects.create(name="Uden dato", number="70112233", topics="life", priority=1)
    CrisisWords.objects.create(topic="life", phrases="selvmord")
    FindOffersFactory()
    html = client.get("/find-tilbud/?q=selvmord").content.decode()
    assert "1888" in html
    assert "70112233" in html.replace(" ", "")
    assert "Vi ved ikke, hvornår de svarer" in html
    assert "Har du tanker om at dø?" not in html
    settings.CRISIS_TEXTS_APPROVED = True
    assert "Har du tanker om at dø?" in client.get("/find-tilbud/?q=selvmord").content.decode()


def test_the_doctor_of_another_region_is_not_on_the_card(lines):
    Helpline.objects.create(name="Lægen", number="70110707", topics="life", region="Region Syddanmark", priority=1)
    named = lambda region: [item.line.name for item in crisis_card(Understood(crisis=("life",)), region).lines]  # noqa: E731
    assert "Lægen" in named("Region Syddanmark")
    assert "Lægen" not in named("Region Sjælland")
    assert "Lægen" not in named("")
