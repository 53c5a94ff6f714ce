"""What the search box suggests while somebody types."""

import logging
import shutil

import pytest
from django.urls import reverse

from directory.addresses import RESERVED
from directory.find import suggesting
from directory.models import SynonymGroup
from tests.factories import (
    DropInCentreFactory,
    MunicipalityFactory,
    NeedFactory,
    OrganisationFactory,
    PlaceFactory,
    TargetGroupFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tables():
    suggesting._tables.clear()
    yield
    suggesting._tables.clear()


@pytest.fixture
def vejle(index, municipality_site, committed):
    """The municipality with an offer at an address that everybody may see, one that is hidden, and one next door."""
    with committed():
        owner = OrganisationFactory(title="Kirkens Korshær", parent=municipality_site)
        need = NeedFactory(name="Ensomhed", slug="ensomhed")
        NeedFactory(name="Ensom i en båd", slug="baad")
        TargetGroupFactory(name="Enlige", slug="enlige")
        SynonymGroup.objects.create(head="selvhjælpsgruppe", equal="selvhjælpsgruppe")
        DropInCentreFactory(
            title="Ensomhedscaféen",
            teaser="En selvhjælpsgruppe.",
            parent=owner,
            needs=[need],
            place=PlaceFactory(city="Engum", street="Aastien 1"),
        )
        hidden = PlaceFactory(city="Enslev", street="Skjulvej 1", visibility="secret")
        DropInCentreFactory(title="Læ", parent=owner, place=hidden)
        DropInCentreFactory(title="Engen", parent=OrganisationFactory(parent=MunicipalityFactory(slug="randers")))
    return municipality_site


def labels(client, typed, host="vejle.localhost"):
    response = client.get("/forslag/", {"q": typed}, HTTP_HOST=host)
    assert response.status_code == 200
    return {row["label"]: row for row in response.json()["suggestions"]}


def test_needs_offers_and_towns_of_the_site_are_suggested_and_lead_there(client, vejle):
    found = labels(client, "en")
    assert set(found) == {"Ensomhed", "Ensomhedscaféen", "Engum"}
    assert found["Ensomhed"]["url"] == "/find-tilbud/?behov=ensomhed"
    for row in found.values():
        assert client.get(row["url"], HTTP_HOST="vejle.localhost").status_code == 200


def test_what_would_find_nothing_here_is_not_suggested(client, vejle):
    assert "Ensom i en båd" not in labels(client, "ensom")
    assert "Enlige" not in labels(client, "enl")
    assert "Engen" not in labels(client, "enge")
    assert "Engen" in labels(client, "enge", host="localhost")


def test_a_part_of_a_long_word_is_a_beginning_too(client, vejle):
    assert "selvhjælpsgruppe" in labels(client, "grup")
    assert "selvhjælpsgruppe" in labels(client, "selvhjaelp")


def test_a_hidden_address_is_never_suggested(client, vejle):
    assert "Enslev" not in labels(client, "ens")
    assert labels(client, "skjulvej") == {}


@pytest.mark.parametrize("typed", ["", "e", " ", "\x00\x00", "%", "zzzz", "a" * 10_000, "<script>", "😀😀"])
def test_whatever_is_typed_is_no_error(client, vejle, typed):
    assert labels(client, typed) == {}


def test_what_is_typed_leaves_no_trace(client, vejle, caplog):
    with caplog.at_level(logging.DEBUG):
        response = client.get("/forslag/", {"q": "ensomhed"}, HTTP_HOST="vejle.localhost")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "ensomhed" not in caplog.text.lower().replace("/ensomhed", "")
    assert client.post("/forslag/", {"q": "x"}).status_code == 405


def test_after_the_first_letter_a_suggestion_costs_next_to_nothing(client, vejle, django_assert_max_num_queries):
    labels(client, "en")
    with django_assert_max_num_queries(3):
        labels(client, "ens")


def test_without_an_index_there_are_no_suggestions_and_no_error(client, vejle, index, tmp_path):
    shutil.rmtree(tmp_path / "index")
    assert labels(client, "en") == {}


def test_the_address_is_not_one_that_a_page_can_take():
    assert reverse("suggest").strip("/") in RESERVED
