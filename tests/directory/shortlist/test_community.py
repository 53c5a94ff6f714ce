"""A list with help for one person alone is shown places with other people: near, for the same need, once, and never in the way."""

import pytest
from bs4 import BeautifulSoup

from tests.directory.reading import get
from tests.factories import DropInCentreFactory, GuidanceFactory, NeedFactory, OrganisationFactory, PlaceFactory

pytestmark = pytest.mark.django_db
VEJLE_TOWN, SKAGEN = (55.709, 9.536), (57.721, 10.584)


@pytest.fixture
def need(db):
    return NeedFactory(name="Ensomhed", slug="ensomhed")


@pytest.fixture
def alone(municipality_site, need, index, committed):
    """Advice in Vejle for who is lonely, and places to be: two near, one far away, one for another need."""
    owner = OrganisationFactory(parent=municipality_site)
    town = PlaceFactory(lat=VEJLE_TOWN[0], lon=VEJLE_TOWN[1])
    far = PlaceFactory(lat=SKAGEN[0], lon=SKAGEN[1])
    with committed():
        DropInCentreFactory(title="Kaffestuen", parent=owner, place=town, needs=[need])
        DropInCentreFactory(title="Madhuset", parent=owner, place=town, needs=[need])
        DropInCentreFactory(title="Fyrtårnet", parent=owner, place=far, needs=[need])
        DropInCentreFactory(title="Sovehuset", parent=owner, place=town, needs=[NeedFactory(slug="soevn")])
        return GuidanceFactory(title="Samtaler", parent=owner, place=town, needs=[need])


def shown(client, offers, asked="", host="vejle.localhost"):
    path = f"/liste/{'-'.join(str(offer.pk) for offer in offers)}/{asked}"
    return BeautifulSoup(get(client, path, host).content, "html.parser")


def communities(soup):
    return {heading.get_text(strip=True) for heading in soup.select("section[aria-labelledby=andre] .card-heading")}


def test_a_list_without_others_is_shown_where_there_are_some_near_for_the_same_need(client, alone):
    assert communities(shown(client, [alone])) == {"Kaffestuen", "Madhuset"}


def test_a_list_with_one_already_is_shown_none(client, alone, municipality_site, committed):
    with committed():
        group = DropInCentreFactory(title="Holdet", parent=OrganisationFactory(parent=municipality_site))
    assert communities(shown(client, [alone, group])) == set()


def test_what_was_declined_does_not_come_back_on_that_list(client, alone):
    link = shown(client, [alone]).find("a", string="Nej tak")["href"]
    soup = BeautifulSoup(get(client, link).content, "html.parser")
    assert communities(soup) == set()
    assert "Samtaler" in soup.get_text()


def test_a_list_of_two_stays_declined_when_its_order_is_changed(client, alone, municipality_site, need, committed):
    with committed():
        other = GuidanceFactory(title="Rådgivning", parent=OrganisationFactory(parent=municipality_site), needs=[need])
    soup = shown(client, [alone, other], "?faellesskab=nej")
    urls = {link["href"] for link in soup.select("main li a") if link["href"].startswith("/liste/")}
    own = {url for url in urls if url.rstrip("/").split("/")[-1] not in {"print", "sammenlign", "uge"}}
    assert own
    assert all(url.endswith("?faellesskab=nej") for url in own)


def test_nothing_is_near_a_list_of_the_whole_country_without_a_place(client, alone, municipality_site, need, committed):
    with committed():
        by_phone = GuidanceFactory(title="Linjen", parent=OrganisationFactory(parent=municipality_site), needs=[need])
    assert communities(shown(client, [by_phone], host="localhost")) == set()
    assert communities(shown(client, [alone], host="localhost")) == {"Kaffestuen", "Madhuset"}


def test_an_address_that_is_secret_is_not_what_others_are_near_to(client, alone, municipality_site, need, committed):
    secret = PlaceFactory(lat=SKAGEN[0], lon=SKAGEN[1], visibility="secret")
    with committed():
        shelter = GuidanceFactory(
            title="Læ", parent=OrganisationFactory(parent=municipality_site), place=secret, needs=[need]
        )
    assert "Fyrtårnet" not in communities(shown(client, [shelter], host="localhost"))


def test_an_empty_list_is_shown_none(client, alone):
    assert communities(BeautifulSoup(get(client, "/liste/").content, "html.parser")) == set()
