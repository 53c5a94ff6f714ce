"""Maps on pages: said in words, numbered as the list, and never of an address that hides."""

import pytest
from bs4 import BeautifulSoup

from directory.models import Place
from tests.directory.reading import text_of
from tests.factories import DropInCentreFactory, FindOffersFactory, PlaceFactory

pytestmark = pytest.mark.django_db
LAT, LON = 55.7123, 9.5321


@pytest.fixture
def offers():
    """Three offers: in Vejle, at a secret address, in Odense."""
    FindOffersFactory()
    places = [
        PlaceFactory(lat=LAT, lon=LON),
        PlaceFactory(lat=55.4567, lon=10.3456, visibility="secret", street="Skjulvej 9"),
        PlaceFactory(lat=55.4, lon=10.39, city="Odense C", postal_code="5000"),
    ]
    return [DropInCentreFactory(title=f"Tilbud {n}", place=place) for n, place in enumerate(places)]


def figure(response):
    return BeautifulSoup(response.content, "html.parser").select_one("figure.vv-map")


def path_of(offers):
    return "/liste/" + "-".join(str(offer.pk) for offer in offers) + "/"


def test_an_offer_has_a_map_that_is_said_in_words_and_names_its_sources(client, offers):
    shown = figure(client.get(offers[0].get_url()))
    image = shown.select_one("[role=img]")
    assert image["aria-label"].startswith("Kort over 7100 Vejle. Byer på kortet: ")
    assert len(image.select("circle.pin")) == 1
    assert "Kystlinje © OpenStreetMap-bidragydere" in shown.text
    assert "GeoNames" in shown.text
    assert not shown.select("[style], style, script, image")


@pytest.mark.parametrize("visibility", ["secret", "on_request"])
def test_a_hidden_address_is_on_no_map(client, offers, visibility):
    Place.objects.filter(pk=offers[1].place_id).update(visibility=visibility)
    for path in (offers[1].get_url(), path_of(offers[1:2]), path_of(offers[1:2]) + "print/"):
        response = client.get(path)
        assert figure(response) is None
        for secret in ("55.4567", "10.3456", "55.45", "Skjulvej"):
            assert secret not in response.content.decode()


def test_the_map_of_a_list_leaves_a_hidden_address_out_and_keeps_the_numbers(client, offers):
    response = client.get(path_of(offers))
    assert [text.text for text in figure(response).select(".pin-number")] == ["1", "3"]
    cards = BeautifulSoup(response.content, "html.parser").select(".vv-card")
    assert [bool(card.select_one(".vv-number")) for card in cards] == [True, False, True]
    assert figure(response).select_one("[role=img]")["aria-label"].startswith("Kort. Tallene er de samme")


def test_moving_a_hidden_address_changes_nothing_that_anybody_sees(client, offers):
    """Neither the window nor the scale of the list's map may give it away."""
    before = str(figure(client.get(path_of(offers))))
    Place.objects.filter(pk=offers[1].place_id).update(lat=57.5, lon=8.1)
    assert str(figure(client.get(path_of(offers)))) == before


def test_a_position_of_a_postal_code_is_said_to_be_one(client, offers):
    Place.objects.filter(pk=offers[0].place_id).update(approximate=True)
    response = client.get(offers[0].get_url())
    assert "Vi kender kun postnummeret" in text_of(response)
    assert figure(response).select("circle.about")


def test_a_place_without_a_position_or_with_a_wrong_one_has_no_map(client, offers):
    for lat, lon in ((None, None), (9.5, 55.7), (55.7, None)):
        Place.objects.filter(pk=offers[0].place_id).update(lat=lat, lon=lon)
        assert figure(client.get(offers[0].get_url())) is None
        assert client.get(path_of(offers[:1])).status_code == 200


def test_a_name_with_signs_stays_text(client, offers):
    Place.objects.filter(pk=offers[0].place_id).update(city='"><script>alert(1)</script>', postal_code="")
    assert "<script>alert" not in client.get(offers[0].get_url()).content.decode()
