"""A need that got another address: links that people have on paper go on leading to it."""

import pytest
from django.urls import reverse

from directory.importing.write.term_lookup import TermLookup
from directory.models import FormerAddress, Need, TargetGroup
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def nature():
    need = factories.NeedFactory(name="Natur", slug="natur")
    need.slug = "natur-og-skov"
    need.save()
    return need


def test_the_page_of_a_need_is_found_at_its_old_address(client, municipality_site, index, nature):
    answer = client.get("/behov/natur/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/behov/natur-og-skov/")
    assert client.get("/behov/findes-ikke/").status_code == 404


def test_a_search_by_the_old_address_goes_on_as_the_new_with_all_else_that_was_asked(
    client, municipality_site, index, nature
):
    answer = client.get("/find-tilbud/?q=tur&behov=natur&gratis=ja")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/find-tilbud/?q=tur&behov=natur-og-skov&gratis=ja"
    assert client.get(answer.headers["Location"]).status_code == 200


def test_an_address_that_nobody_had_is_named_as_before(client, municipality_site, index, nature):
    answer = client.get("/find-tilbud/?behov=aldrig")
    assert answer.status_code == 200
    assert "aldrig" in answer.content.decode()


def test_two_changes_lead_to_the_last_and_a_term_of_the_other_tree_is_no_answer(nature):
    nature.slug = "skov"
    nature.save()
    assert FormerAddress.now(Need, ["natur", "natur-og-skov"]) == {"natur": "skov", "natur-og-skov": "skov"}
    assert FormerAddress.now(TargetGroup, ["natur"]) == {}


def test_whoever_takes_the_address_answers_at_it(client, municipality_site, index, nature):
    other = factories.NeedFactory(name="Ny natur", slug="natur")
    assert client.get(reverse("need", args=["natur"])).status_code == 200
    assert other.pk != nature.pk


def test_an_import_that_names_the_old_address_means_the_need(nature):
    assert TermLookup().needs(["natur"]) == TermLookup().needs(["natur-og-skov"]) == [nature]
