"""The sheet to prepare a first visit on: what is known stands there, what is not is asked, and nothing is kept."""

import pytest
from bs4 import BeautifulSoup

from directory.models import FirstVisitStep, OpeningHours
from directory.preparing.page import MAX_QUESTIONS
from tests.directory.reading import text_of
from tests.factories import OFFER_FACTORIES, DropInCentreFactory, GuidanceFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def sheet(client, offer):
    return client.get(f"/forbered/{offer.pk}/")


def test_it_tells_whom_to_ask_for_the_first_step_and_what_to_say(client):
    offer = DropInCentreFactory(
        title="Lyspunktet",
        host_role="Værten",
        phone="76000000",
        call_script="Må jeg komme forbi?",
        place=PlaceFactory(street="Åvej 4", entrance="En grøn dør."),
    )
    offer.first_visit_steps = [FirstVisitStep(text="Ring på.")]
    offer.save()
    text = text_of(sheet(client, offer))
    for words in (
        "Lyspunktet",
        "Jeg spørger efter: Værten",
        "76 00 00 00",
        "Må jeg komme forbi?",
        "Åvej 4",
        "En grøn dør.",
    ):
        assert words in text
    assert "Mit første skridt: Ring på." in text


def test_one_asks_what_the_offer_has_not_told_and_nothing_else(client):
    silent = DropInCentreFactory(title="Stille sted")
    text = text_of(sheet(client, silent))
    assert "Hvornår kan jeg komme?" in text
    assert "Hvem tager imod mig, og hvor?" in text
    telling = DropInCentreFactory(title="Lyspunktet", host_role="Værten", companion="no")
    telling.opening_hours = [OpeningHours(weekday=0, opens="10:00", closes="15:00")]
    telling.save()
    text = text_of(sheet(client, telling))
    for words in ("Hvornår kan jeg komme?", "Hvem tager imod mig", "Kan nogen følge mig"):
        assert words not in text
    assert "Må jeg tage nogen med?" in text


@pytest.mark.parametrize("kind", OFFER_FACTORIES)
def test_an_offer_of_any_kind_that_tells_nothing_has_a_sheet(client, kind):
    page = BeautifulSoup(sheet(client, OFFER_FACTORIES[kind]()).content, "html.parser")
    asked = page.select_one("h3").find_next_siblings("p", class_="vv-lines-by-hand")
    assert len([line for line in asked if line.get_text(strip=True).endswith("?")]) == MAX_QUESTIONS
    assert not page.select("main form, main input, main textarea")


def test_advice_says_how_to_prepare(client):
    assert "Tag dine papirer med." in text_of(sheet(client, GuidanceFactory(prepare="Tag dine papirer med.")))


def test_it_leaves_no_trace_and_tells_no_hidden_address(client):
    place = PlaceFactory(street="Skjulvej 9", entrance="Den røde låge", visibility="secret")
    offer = DropInCentreFactory(title="Læ", place=place, sensitive=True)
    response = sheet(client, offer)
    assert response.headers["Cache-Control"] == "no-store"
    assert "<title>Forbered dit første besøg – Vejviser</title>" in response.content.decode()
    for words in ("Skjulvej", "låge"):
        assert words not in text_of(response)


def test_there_is_none_for_what_nobody_can_see(client):
    draft = DropInCentreFactory(live=False)
    for key in (draft.pk, 0, 10**30):
        assert client.get(f"/forbered/{key}/").status_code == 404


def test_the_offer_leads_to_it_with_the_list_and_back(client):
    offer = DropInCentreFactory(title="Lyspunktet", host_role="Værten")
    page = BeautifulSoup(client.get(f"{offer.get_url()}?liste={offer.pk}").content, "html.parser")
    link = page.select_one("a[href*='/forbered/']")["href"]
    assert link == f"/forbered/{offer.pk}/?liste={offer.pk}"
    back = BeautifulSoup(client.get(link).content, "html.parser").find("a", string="Tilbage til tilbuddet")["href"]
    assert back.startswith(offer.get_url())
    assert "liste=" in back
