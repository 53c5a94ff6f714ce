"""The form of a page names nothing that its writer may not know, whatever key is put into it."""

import pytest
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from directory.models import OfferPage, Role
from tests import factories

pytestmark = pytest.mark.django_db


def sent(offer, **more):
    """What the form of an offer sends, with the least in it."""
    rows = (
        "audiences",
        "first_visit_steps",
        "opening_hours",
        "closures",
        "sessions",
        "links",
        "authorities",
        "performers",
    )
    form = {"title": offer.title, "slug": offer.slug, "teaser": "Et sted"}
    choices = {
        field.name: getattr(offer, field.name)
        for field in offer._meta.concrete_fields
        if field.choices and getattr(offer, field.name) not in {None, ""}
    }
    empty = nested_form_data({name: inline_formset([]) for name in rows})
    return {**choices, **empty, **form, **more}


@pytest.fixture
def mine(vejle):
    return factories.OfferFactory(
        title="Vores", parent=type(vejle.rows["organisation"]).objects.get(title__contains="Vejle")
    )


def save(town, offer, **more):
    return town.browser(Role.EDITOR).post(reverse("wagtailadmin_pages:edit", args=[offer.pk]), sent(offer, **more))


def test_the_own_house_can_be_named(vejle, mine):
    answer = save(vejle, mine, place=vejle.rows["house"].pk)
    assert answer.status_code == 302
    assert OfferPage.objects.get(pk=mine.pk).get_latest_revision_as_object().place == vejle.rows["house"]


@pytest.mark.parametrize(("field", "row"), [("place", "house"), ("picture", "image")])
def test_a_house_or_picture_of_others_can_be_neither_named_nor_learnt(vejle, kolding, mine, field, row):
    answer = save(vejle, mine, **{field: kolding.rows[row].pk})
    assert answer.status_code == 200
    assert kolding.marker not in answer.content.decode()
    assert field in answer.context["form"].errors


def test_a_draft_of_others_can_not_be_linked_to(vejle, kolding, mine):
    link = {"links-TOTAL_FORMS": "1", "links-0-direction": "next", "links-0-to": kolding.rows["draft"].pk}
    answer = save(vejle, mine, **link, **{"links-0-id": "", "links-0-DELETE": ""})
    assert answer.status_code == 200
    assert kolding.marker not in answer.content.decode()


def test_a_published_offer_of_others_can_be_linked_to(vejle, kolding, mine):
    link = {"links-TOTAL_FORMS": "1", "links-0-direction": "next", "links-0-to": kolding.rows["offer"].pk}
    assert save(vejle, mine, **link, **{"links-0-id": "", "links-0-DELETE": ""}).status_code == 302


@pytest.mark.parametrize("key", ["x", "²", "9" * 4000, "-1"])
def test_a_senseless_key_is_no_server_error(vejle, mine, key):
    assert save(vejle, mine, place=key).status_code == 200


def test_an_administrator_does_not_delete_the_site(vejle):
    browser = vejle.browser(Role.ADMINISTRATOR)
    browser.post(reverse("wagtailadmin_pages:delete", args=[vejle.page.pk]))
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    browser.post(f"{many}?id={vejle.page.pk}")
    assert Page.objects.filter(pk=vejle.page.pk).exists()
    assert Site.objects.filter(root_page=vejle.page.pk).exists()
