"""What the search page shows beside its hits: what comes to whoever asks, and what may have been meant where there are none."""

import pytest
from bs4 import BeautifulSoup

from directory.find import suggesting
from directory.models import NationalBranchPage
from tests.factories import (
    DropInCentreFactory,
    NeedFactory,
    OrganisationFactory,
    PlaceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def vejle(index, municipality_site, committed):
    """The municipality with a choir by the harbour, one far away, one on the telephone, and one of the whole country."""
    suggesting._tables.clear()
    with committed():
        owner = OrganisationFactory(parent=municipality_site)
        need = NeedFactory(name="Ensomhed", slug="ensomhed")
        near, far = PlaceFactory(lat=55.70, lon=9.53), PlaceFactory(lat=55.40, lon=11.35)
        DropInCentreFactory(title="Havnens kor", parent=owner, place=near, needs=[need])
        DropInCentreFactory(title="Kor over broen", parent=owner, place=far)
        DropInCentreFactory(title="Kor i telefonen", parent=owner, place=far, by_phone=True)
        national = OrganisationFactory(parent=NationalBranchPage.objects.get())
        DropInCentreFactory(title="Hele landets kor", parent=national, place=far)
    yield municipality_site
    suggesting._tables.clear()


def shown(client, address):
    return BeautifulSoup(client.get(address, HTTP_HOST="vejle.localhost").content, "html5lib")


def names(soup, listed):
    return {heading.get_text(" ", strip=True) for heading in soup.select(f"{listed} .card-heading")}


def test_a_distance_leaves_what_comes_to_the_reader_in_a_group_of_its_own_that_is_counted_apart(client, vejle):
    soup = shown(client, "/find-tilbud/?q=kor&sted=7100&km=10")
    assert soup.select_one("#hits").get_text(strip=True) == "1 tilbud"
    assert "2 tilbud mere" in soup.select_one("#reaching").get_text()
    assert names(soup, "[aria-labelledby=reaching]") == {"Kor i telefonen", "Hele landets kor"}
    assert names(soup, "[aria-labelledby=more]") == {"Kor over broen"}


def test_without_a_distance_all_are_hits(client, vejle):
    soup = shown(client, "/find-tilbud/?q=kor&sted=7100")
    assert soup.select_one("#hits").get_text(strip=True) == "4 tilbud"
    assert soup.select_one("#reaching") is None


def test_a_page_without_hits_tells_what_may_have_been_meant_and_leads_there(client, vejle):
    soup = shown(client, "/find-tilbud/?q=ennsomhedd&praecis=ja")
    meant = soup.select_one(".vv-empty a[lang=da]")
    assert meant.get_text() == "Ensomhed"
    assert client.get(meant["href"], HTTP_HOST="vejle.localhost").status_code == 200


def test_a_page_without_hits_whose_words_look_like_nothing_names_nothing(client, vejle):
    soup = shown(client, "/find-tilbud/?q=xyzzy&praecis=ja")
    assert soup.select_one(".vv-empty")
    assert "Mente du" not in soup.get_text()
