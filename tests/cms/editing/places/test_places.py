"""Places in the admin: found by typing, made where they are needed, and placed by their address."""

import pytest
from django.urls import reverse

from directory.models import Place
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
ANSWERS = dict.fromkeys(("step_free", "lift", "accessible_toilet", "hearing_loop"), "unknown")


def chooser(view):
    return reverse(Place.snippet_viewset.chooser_viewset.get_url_name(view))


def add(operator, **facts):
    address = reverse(Place.snippet_viewset.get_url_name("add"))
    return operator.post(address, {"name": "Huset", "visibility": "public", **ANSWERS, **facts})


@pytest.mark.parametrize("words", ["huset", "LYNGVEJ", "7100", "vejle lyng"])
def test_a_place_is_found_by_any_words_of_its_name_and_address(operator, words):
    factories.PlaceFactory(name="Huset", street="Lyngvej 4", postal_code="7100", city="Vejle")
    factories.PlaceFactory(name="Et andet", street="Havnen 1", postal_code="8900", city="Randers")
    html = operator.get(chooser("choose_results"), {"q": words}).content.decode()
    assert "Huset" in html
    assert "Et andet" not in html


def test_what_nobody_could_mean_is_no_error(operator):
    for words in ('"', "%", "x" * 5000, "\x00", "<b>"):
        assert operator.get(chooser("choose_results"), {"q": words}).status_code == 200


def test_a_new_place_is_made_in_the_chooser_and_chosen(operator):
    asked = {"name": "Den blå dør", "street": "Lyngvej 4", "postal_code": "7100", "visibility": "public"}
    answer = operator.post(chooser("create"), asked).json()
    place = Place.objects.get()
    assert (answer["step"], answer["result"]["string"]) == ("chosen", "Den blå dør")
    assert (place.slug, place.city, place.approximate) == ("den-blaa-doer", "Vejle", True)
    assert round(place.lat, 1) == 55.7


def test_what_is_wrong_with_a_new_place_is_said_in_the_chooser(operator):
    answer = operator.post(chooser("create"), {"name": "", "postal_code": "0001", "visibility": "public"}).json()
    assert answer["step"] == "reshow_creation_form"
    assert "postnummer" in answer["htmlFragment"]
    assert not Place.objects.exists()


def test_a_house_lies_where_other_houses_of_the_same_address_lie(operator):
    factories.PlaceFactory(street="Lyngvej 4", postal_code="7100", lat=55.711, lon=9.532)
    factories.PlaceFactory(street="Lyngvej 4", postal_code="7100", lat=1.0, lon=1.0, visibility="secret", name="Skjult")
    assert add(operator, street="lyngvej 4", postal_code="7100").status_code == 302
    place = Place.objects.get(name="Huset", street="lyngvej 4")
    assert (place.lat, place.lon, place.approximate) == (55.711, 9.532, False)


@pytest.mark.parametrize("visibility", ["secret", "on_request"])
def test_a_house_whose_address_is_not_public_tells_nobody_where_it_lies(operator, visibility):
    factories.PlaceFactory(
        street="Lyngvej 4", postal_code="7100", lat=1.0, lon=1.0, visibility=visibility, name="Skjult"
    )
    assert add(operator, street="Lyngvej 4", postal_code="7100").status_code == 302
    place = Place.objects.exclude(name="Skjult").get()
    assert (round(place.lat, 1), place.approximate) == (55.7, True)


def test_a_position_that_an_editor_wrote_stays(operator):
    assert add(operator, street="Lyngvej 4", postal_code="7100", lat="55.5", lon="9.5").status_code == 302
    place = Place.objects.get()
    assert (place.lat, place.lon, place.approximate) == (55.5, 9.5, False)


def test_two_places_of_one_name_get_addresses_of_their_own(operator):
    add(operator, street="Lyngvej 4")
    add(operator, street="Havnen 1")
    assert sorted(Place.objects.values_list("slug", flat=True)) == ["huset", "huset-2"]


def test_who_may_add_no_place_is_offered_no_form_for_it():
    offer = factories.OfferFactory()
    writer = people.signed_in(people.editor("skriver", offer.get_parent(), "change_page"))
    assert "creation_form" not in writer.get(chooser("choose")).json()["html"]
    assert writer.post(chooser("create"), {"name": "Mit hus", "visibility": "public"}).status_code in {302, 403}
    assert not Place.objects.exists()
