"""Publishing an offer: not before it tells what its kind has to, each thing named with a link to its field."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from directory.models import KINDS, OfferPage
from tests import factories
from tests.cms.editing.offers.test_form import edit, written
from tests.cms.uploads.photographs import LEFT_OPEN

pytestmark = [pytest.mark.django_db, *LEFT_OPEN]
FOR_ALL = nested_form_data({"audiences": inline_formset([{"level": "open"}])})
TOLD = {"access": "drop_in", "schedule_text": "Hver dag", "comes_to_you": "on", "phone": "12345678"} | {
    "meeting_point": "Ved skoven",
    "experience": "Ensomhed",
}


def draft(kind="drop_in_centre", **facts):
    offer = factories.OFFER_FACTORIES[kind](title="Det nye sted", live=False, **facts)
    offer.save_revision()
    return offer


def send(operator, offer, button="action-publish", **changes):
    html = operator.get(edit(offer)).content
    return operator.post(edit(offer), written(html, **changes, **({button: "1"} if button else {})))


def links(response):
    """Where the message of a refused publish leads: the id of a field, and what is said of it."""
    page = BeautifulSoup(response.content, "html.parser")
    return {link["href"].lstrip("#"): link.get_text() for link in page.select("a[data-lead-to]")}


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_and_one_line_are_kept_as_a_draft_and_not_published(operator, kind):
    offer = draft(kind)
    assert send(operator, offer, button="").status_code == 302
    refused = send(operator, offer)
    assert refused.status_code == 200
    assert {"id_audiences-ADD", "id_access"} <= links(refused).keys()
    assert 3 <= len(links(refused)) <= 4
    assert not OfferPage.objects.get(pk=offer.pk).live


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_asked_is_enough(operator, kind):
    offer = draft(kind)
    answer = send(operator, offer, **FOR_ALL, **TOLD)
    assert answer.status_code == 302, answer.context["form"].errors
    assert OfferPage.objects.get(pk=offer.pk).live


def test_each_thing_that_is_missing_leads_to_something_on_the_page(operator):
    refused = send(operator, draft())
    page = BeautifulSoup(refused.content, "html.parser")
    for anchor in links(refused):
        assert anchor.endswith("-ADD") or page.select_one(f"#{anchor}, [name={anchor.removeprefix('id_')}]")


def test_a_draft_is_not_sent_to_be_approved_without(operator):
    refused = send(operator, draft(), button="action-submit")
    assert "id_audiences-ADD" in links(refused)


def test_what_people_see_already_can_be_put_right_where_not_all_is_known(operator):
    offer = factories.OfferFactory(phone="87654321")
    assert send(operator, offer, phone="12345678").status_code == 302
    offer.refresh_from_db()
    assert offer.phone == "12345678"


def test_what_people_can_read_is_not_taken_away_from_them(operator):
    offer = factories.OfferFactory(**factories.enough())
    assert "id_access" in links(send(operator, offer, access="unknown"))


def test_many_at_once_are_published_only_where_each_could_be(operator):
    bare = draft()
    whole = draft(**factories.enough())
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    operator.post(f"{address}?id={bare.pk}&id={whole.pk}", {"include_descendants": ""})
    assert [OfferPage.objects.get(pk=offer.pk).live for offer in (bare, whole)] == [False, True]


def test_an_organisation_does_not_take_its_bare_drafts_along(operator):
    bare = draft()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    operator.post(f"{address}?id={bare.get_parent().pk}", {"include_descendants": "on"})
    assert not OfferPage.objects.get(pk=bare.pk).live


def test_a_picture_without_words_for_those_who_do_not_see_it_is_not_published(operator, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    offer = factories.OfferFactory()
    picture = get_image_model().objects.create(title="Huset", file=get_test_image_file())
    refused = send(operator, offer, picture=picture.pk, picture_alt="")
    assert refused.context["form"].errors["picture_alt"]
    assert send(operator, offer, picture=picture.pk, picture_alt="Et rødt hus").status_code == 302


def test_an_offer_is_not_its_own_next_step(operator):
    offer = factories.OfferFactory()
    rows = nested_form_data({"links": inline_formset([{"direction": "next", "to": offer.pk}])})
    refused = send(operator, offer, **rows)
    assert refused.context["form"].formsets["links"].forms[0].errors["to"]
    other = nested_form_data({"links": inline_formset([{"direction": "next", "to": factories.OfferFactory().pk}])})
    assert send(operator, offer, **other).status_code == 302


def test_a_copy_is_an_offer_of_its_own_and_no_mirror(operator):
    offer = factories.OfferFactory(external_id="vejle-1")
    address = reverse("wagtailadmin_pages:copy", args=[offer.pk])
    assert b'name="alias"' not in operator.get(address).content
    operator.post(
        address, {"new_title": "Spejl", "new_slug": "spejl", "new_parent_page": offer.get_parent().pk, "alias": "on"}
    )
    copy = OfferPage.objects.get(slug="spejl")
    assert (copy.alias_of, copy.external_id) == (None, None)


def test_a_refused_publish_says_that_the_draft_is_there(operator):
    said = BeautifulSoup(send(operator, draft()).content, "html.parser").select_one(".messages").get_text(" ")
    assert "en gemt kladde er der stadig" in said
    assert "blev ikke oprettet" not in said
