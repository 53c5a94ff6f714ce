"""Taking a municipality out: nothing of it is left, and nothing of others is touched."""

import io

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from wagtail.images import get_image_model
from wagtail.models import Collection, Site

from cms.municipalities.area import Area
from directory.models import MunicipalityPage, OfferPage, Place, RoleGroup, SynonymGroup
from tests import factories

pytestmark = pytest.mark.django_db


def remove(*options):
    out = io.StringIO()
    call_command("municipality", "remove", "Vejle", *options, stdout=out)
    return out.getvalue()


def of(name):
    page = MunicipalityPage.objects.get(title=name)
    return {
        "offers": OfferPage.objects.descendant_of(page).count(),
        "children": page.get_children().count(),
        "sites": Site.objects.filter(root_page=page).count(),
        "groups": RoleGroup.objects.filter(municipality=page).count(),
        "synonyms": SynonymGroup.objects.filter(municipality=page).count(),
        "places": Place.objects.filter(municipality=page).count(),
        "collections": Collection.objects.filter(name__startswith=name).count(),
        "pictures": get_image_model().objects.filter(collection__name__startswith=name).count(),
    }


def test_without_a_yes_it_is_only_told_what_would_go(vejle):
    before = of("Vejle")
    assert "--yes" in remove()
    assert of("Vejle") == before
    assert before["offers"]


def test_with_a_yes_nothing_of_it_is_left_and_nothing_of_others_is_touched(vejle, kolding):
    before, people = of("Kolding"), set(User.objects.filter(is_active=True).values_list("pk", flat=True))
    gone = set(
        User.objects.filter(groups__role__municipality=Area(vejle.page).municipality).values_list("pk", flat=True)
    )
    remove("--yes")
    assert set(of("Vejle").values()) == {0}
    assert of("Kolding") == before
    assert set(User.objects.filter(is_active=True).values_list("pk", flat=True)) == people - gone
    assert not Group.objects.filter(name__startswith="Vejle").exists()


def test_a_house_in_which_others_have_an_offer_becomes_the_wholes(vejle, kolding):
    house = factories.PlaceFactory(municipality=MunicipalityPage.objects.get(title="Vejle"))
    other = factories.OfferFactory(place=house)
    remove("--yes")
    house.refresh_from_db()
    other.refresh_from_db()
    assert (house.municipality, other.place) == (None, house)


def test_it_can_be_set_to_work_again(vejle):
    remove("--yes")
    call_command("municipality", "add", "Vejle", "--host", "vejle.example.dk", stdout=io.StringIO())
    assert of("Vejle")["groups"] == 4


def test_a_municipality_that_there_is_not_cannot_be_taken_out(vejle):
    with pytest.raises(CommandError, match="Atlantis"):
        call_command("municipality", "remove", "Atlantis", stdout=io.StringIO())
