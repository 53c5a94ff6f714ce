"""A municipality calls a kind by a word of its own: walks with a bus for walkers are no health forest."""

import pytest
from bs4 import BeautifulSoup

from directory.models import KindName
from directory.models.tree import branch_path
from tests.directory.reading import text_of
from tests.factories import OFFER_FACTORIES, FindOffersFactory, MunicipalityFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def eyebrows(response):
    page = BeautifulSoup(response.content, "html5lib")
    return {card.select_one("h3 a").text: card.select_one(".vv-eyebrow").text for card in page.select(".vv-card")}


def test_its_word_stands_on_cards_pages_and_choices_there_and_nowhere_else(client, index, committed):
    with committed():
        FindOffersFactory()
        here, there = MunicipalityFactory(title="Her"), MunicipalityFactory(title="Der")
        here.kind_names = [KindName(kind="health_forest_activity", one="tur i naturen", several="ture i naturen")]
        here.save()
        walk = OFFER_FACTORIES["health_forest_activity"](title="Gåbussen", parent=OrganisationFactory(parent=here))
        other = OFFER_FACTORIES["health_forest_activity"](title="Skovbad", parent=OrganisationFactory(parent=there))
    assert branch_path(walk) == here.path
    names = eyebrows(client.get("/find-tilbud/"))
    assert "Tur i naturen" in names["Gåbussen"]
    assert "Aktivitet i naturen" in names["Skovbad"]
    assert "Tur i naturen" in text_of(client.get(walk.get_url()))
    assert "Aktivitet i naturen" in text_of(client.get(other.get_url()))
