"""The migration that gives places to municipalities, and takes rights from Wagtail's groups where nobody works yet."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from wagtail.models import GroupPagePermission, Page

from tests import factories

pytestmark = pytest.mark.django_db
migration = import_module("directory.migrations.0015_whose_places_and_rights")


def offer_in(municipality, place, **more):
    organisation = factories.OrganisationFactory(parent=type(municipality).objects.get(pk=municipality.pk))
    return factories.OfferFactory(parent=organisation, place=place, **more)


@pytest.fixture
def towns():
    return factories.MunicipalityFactory(), factories.MunicipalityFactory()


def keeper(place):
    migration.give_places(apps, None)
    place.refresh_from_db()
    return place.municipality


def test_a_place_belongs_to_the_municipality_of_its_offers_drafts_among_them(towns):
    here, _there = towns
    place = factories.PlaceFactory()
    offer_in(here, place)
    offer_in(here, place, live=False)
    assert keeper(place) == here


def test_a_place_that_several_share_stays_the_wholes(towns):
    place = factories.PlaceFactory()
    for town in towns:
        offer_in(town, place)
    assert keeper(place) is None


def test_a_place_of_national_offers_and_one_without_any_stay_the_wholes(towns):
    empty, national = factories.PlaceFactory(), factories.PlaceFactory()
    offer_in(factories.NationalBranchFactory(), national)
    assert keeper(empty) is None
    assert keeper(national) is None


def test_a_place_of_a_municipality_and_of_the_whole_country_stays_the_wholes(towns):
    place = factories.PlaceFactory()
    offer_in(towns[0], place)
    offer_in(factories.NationalBranchFactory(), place)
    assert keeper(place) is None


@pytest.mark.parametrize("somebody_works", [True, False])
def test_rights_are_taken_only_where_nobody_has_an_account(somebody_works):
    group = Group.objects.get(name="Editors")
    right = Page._meta.app_label, "change_page"
    GroupPagePermission.objects.create(
        group=group,
        page=Page.get_first_root_node(),
        permission=apps.get_model("auth", "Permission").objects.get(
            content_type__app_label=right[0], codename=right[1]
        ),
    )
    if somebody_works:
        User.objects.create_user("anna")
    migration.take_rights(apps, None)
    assert GroupPagePermission.objects.filter(group=group).exists() == somebody_works
