"""A new offer: what its kind is, at most eight questions first, and behind them all that the full form asks for."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from directory.models import KINDS
from directory.panels.easier import EASIER
from directory.panels.first_screen import first_handler
from tests import factories
from tests.cms.editing.offers.test_form import written

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return factories.OrganisationFactory()


def new(kind, house):
    return reverse("wagtailadmin_pages:add", args=["directory", KINDS[kind]._meta.model_name, house.pk])


def names(html):
    return {field["name"] for field in html.select("form [name]")} - {"is_editing"}


@pytest.mark.parametrize("kind", KINDS)
def test_at_most_eight_questions_come_first_and_what_the_kind_needs_is_among_them(operator, house, kind):
    page = BeautifulSoup(operator.get(new(kind, house)).content, "html.parser")
    first = page.select_one("[role=tabpanel]")
    assert 5 < len(first.select("section h2")) <= 8
    assert len(KINDS[kind].get_page_description()) > 20
    assert KINDS[kind].get_page_description() in first.get_text()
    rows = first_handler(KINDS[kind]).get_form_class().formsets
    assert all(first.select_one(f"#{needed.anchor(rows)}") for needed in KINDS[kind].all_needed)


def test_the_form_of_a_new_offer_asks_for_all_that_the_full_form_does(operator, house):
    for kind in ("drop_in_centre", "group_course"):
        offer = factories.OFFER_FACTORIES[kind](parent=type(house).objects.get(pk=house.pk))
        full = operator.get(reverse("wagtailadmin_pages:edit", args=[offer.pk]))
        asked = [BeautifulSoup(html.content, "html.parser") for html in (operator.get(new(kind, house)), full)]
        assert names(asked[0]) == names(asked[1])


def test_each_kind_is_explained_where_it_is_chosen(operator, house):
    html = operator.get(reverse("wagtailadmin_pages:add_subpage", args=[house.pk])).content.decode()
    assert all(str(model.get_page_description()) in html for model in KINDS.values())


def test_a_draft_of_one_line_is_kept_and_can_be_written_on(operator, house):
    sent = written(operator.get(new("drop_in_centre", house)).content, title="Huset", slug="huset")
    answer = operator.post(new("drop_in_centre", house), sent)
    offer = KINDS["drop_in_centre"].objects.get()
    assert (answer.status_code, offer.title, offer.live) == (302, "Huset", False)
    assert operator.get(reverse("wagtailadmin_pages:edit", args=[offer.pk])).status_code == 200


def test_what_makes_it_easier_to_come_is_no_more_than_twelve_things_each_with_a_field_of_every_kind():
    assert len(EASIER) <= 12
    assert len({thing.name for thing in EASIER}) == len(EASIER)
    form = KINDS["drop_in_centre"].get_edit_handler().get_form_class()
    asked = {*form.base_fields, *form.formsets}
    assert {field for thing in EASIER for field in thing.fields} <= asked
