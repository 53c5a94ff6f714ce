"""The page "Why this hit": for editors, in plain words, with no trace of what was typed."""

import logging

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
URL = "/admin/reports/why-hit/"


@pytest.fixture
def offers(index, committed):
    """Two offers in two municipalities that are in the index, and one that is not published."""
    with committed():
        vejle, randers = (factories.MunicipalityFactory(title=name, slug=name.lower()) for name in ("Vejle", "Randers"))
        owners = [factories.OrganisationFactory(parent=place) for place in (vejle, randers)]
        choir = factories.DropInCentreFactory(title="Kor", teaser="Vi drikker kaffe", parent=owners[0])
        coffee = factories.DropInCentreFactory(title="Kaffestue", parent=owners[1])
        hidden = factories.DropInCentreFactory(title="Kor i kælderen", parent=owners[0], live=False)
    return {"vejle": vejle, "choir": choir, "coffee": coffee, "hidden": hidden, "owner": owners[0]}


def text_of(response):
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.content, "html5lib").select_one("#main").get_text(" ").split())


def test_the_hits_are_told_word_by_word(operator, offers):
    text = text_of(operator.post(URL, {"text": "kaffe kor"}))
    assert "1. Kor (100 % af det bedste)" in text
    assert "kor kor i navnet" in text
    assert "kaffe kaffe i linjen under navnet" in text


@pytest.mark.parametrize(
    ("missed", "site", "why"),
    [
        ("coffee", True, "Det hører til en anden kommune end siden."),
        ("hidden", False, "Søgningen har det ikke."),
        ("choir", False, "Det har ikke: stue"),
    ],
)
def test_an_offer_that_is_missed_is_told_why(operator, offers, missed, site, why):
    words = "kaffe" if site else "kælder" if missed == "hidden" else "kor stue"
    asked = {"text": words, "offer": offers[missed].pk, "site": offers["vejle"].pk if site else ""}
    assert why in text_of(operator.post(URL, asked))


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "(((", '"', "x" * 200, "i Randers", "\u202ekor"])
def test_whatever_is_typed_is_no_error_and_no_markup(operator, offers, text):
    response = operator.post(URL, {"text": text})
    assert response.status_code == 200
    assert b"<script>alert(1)" not in response.content


def test_nothing_typed_is_asked_for_again(operator, offers):
    assert operator.post(URL, {"text": ""}).status_code == 200


def test_what_is_typed_stands_in_no_address_log_or_cache(operator, offers, caplog):
    with caplog.at_level(logging.DEBUG):
        response = operator.post(URL, {"text": "hemmeligtord"})
    assert response.status_code == 200
    assert "hemmeligtord" not in caplog.text
    assert "no-store" in response.headers["Cache-Control"]
    # An address with words in it shows nothing of them.
    assert b"hemmeligtord" not in operator.get(f"{URL}?text=hemmeligtord").content


def test_only_those_who_edit_offers_get_in(client, offers):
    assert client.get(URL).status_code == 302
    nobody = people.signed_in(people.editor("gaest", offers["vejle"]))
    assert nobody.get(URL).status_code == 302
    assert nobody.post(URL, {"text": "kor"}).status_code == 302
    assert "why-hit" not in nobody.get(reverse("wagtailadmin_home")).content.decode()
    editor = people.signed_in(people.editor("sted", offers["owner"], "change_page"))
    assert editor.get(URL).status_code == 200
    assert "why-hit" in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_an_editor_cannot_ask_about_an_offer_of_others(offers):
    editor = people.signed_in(people.editor("sted", offers["owner"], "change_page"))
    response = editor.post(URL, {"text": "kor", "offer": offers["coffee"].pk})
    assert response.status_code == 200
    assert "Det tilbud, du savner" not in text_of(response)
