"""Words of crisis put help above the hits, calmly; what is not sure is never said."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from directory.crisis.card import crisis_card, lines_for
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


def test_an_open_line_stands_first_and_an_unchecked_one_is_never_called_open(lines):
    first, second = lines_for("life")
    assert (first.line.name, first.is_open) == ("Altid", True)
    assert (second.line.name, second.is_open) == ("Gammel", False)


def test_a_line_that_has_ended_is_not_shown(lines):
    Helpline.objects.filter(name="Altid").update(valid_to=timezone.localdate() - timedelta(days=1))
    assert [item.line.name for item in lines_for("life")] == ["Gammel"]


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


def test_the_card_says_no_more_than_112_before_a_clinician_has_read_it(client, index, lines, settings):
    CrisisWords.objects.create(topic="life", phrases="selvmord")
    FindOffersFactory()
    assert "1888" not in client.get("/find-tilbud/?q=selvmord").content.decode()
    settings.CRISIS_TEXTS_APPROVED = True
    assert "1888" in client.get("/find-tilbud/?q=selvmord").content.decode()
