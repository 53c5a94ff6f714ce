"""Confirming many offers at once: what an import brought, checked by somebody."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def address(*offers):
    path = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "confirm"])
    return f"{path}?{'&'.join(f'id={offer.pk}' for offer in offers)}"


def test_the_listing_of_offers_has_a_button_that_confirms(operator):
    factories.OfferFactory()
    page = BeautifulSoup(operator.get("/admin/offers/").content, "html.parser")
    assert page.select_one(".bulk-actions-buttons a[href*='/confirm/'], .bulk-actions-buttons [href*='/confirm/']")


def test_confirmed_offers_say_who_checked_them_today_and_are_no_demonstration_any_more(operator):
    offers = [factories.OfferFactory(title=name, demonstration="unconfirmed") for name in ("A", "B")]
    asked = operator.get(address(*offers))
    assert "A" in asked.content.decode()
    operator.post(address(*offers), {"by": "place"})
    for offer in offers:
        offer.refresh_from_db()
        told = (offer.verified_on, offer.verified_by, offer.confidence, offer.demonstration)
        assert told == (timezone.localdate(), "place", "confirmed", "")
        assert offer.latest_revision.user.username == "operator"


@pytest.mark.parametrize("left", ["made_up", "draft", "changed"])
def test_what_cannot_be_confirmed_is_named_and_left_alone(operator, left):
    offer = factories.OfferFactory(title="Lad mig være", demonstration="made_up" if left == "made_up" else "")
    if left == "draft":
        offer.unpublish()
    if left == "changed":
        offer.teaser = "Ikke klar"
        offer.save_revision()
    assert "Lad mig være" in operator.get(address(offer)).content.decode()
    operator.post(address(offer), {"by": "place"})
    offer.refresh_from_db()
    assert offer.verified_on is None
    assert offer.teaser != "Ikke klar"


def test_who_may_not_publish_may_not_confirm():
    offer = factories.OfferFactory()
    editor = people.signed_in(people.editor("anna", offer.get_parent(), "add_page", "change_page"))
    editor.post(address(offer), {"by": "editor"})
    offer.refresh_from_db()
    assert offer.verified_on is None


def test_a_page_that_is_no_offer_cannot_be_confirmed(operator):
    organisation = factories.OrganisationFactory()
    assert operator.get(address(organisation)).status_code == 404


def one_click(offer):
    return reverse("confirm_offer", args=[offer.pk])


def test_one_click_in_the_listing_confirms_and_leaves_the_editor_there(operator):
    offer = factories.OfferFactory(title="Strikkecafé", external_id="vejle-1")
    listing = "/admin/offers/?freshness=never"
    button = BeautifulSoup(operator.get(listing).content, "html.parser").select_one(
        f"form[action='{one_click(offer)}']"
    )
    answer = operator.post(button["action"], {field["name"]: field["value"] for field in button.select("[name]")})
    assert (answer.status_code, answer.headers["Location"]) == (302, listing)
    offer.refresh_from_db()
    assert (offer.verified_on, offer.verified_by, offer.live) == (timezone.localdate(), "editor", True)
    assert "er bekræftet" in operator.get(listing).content.decode()


def test_one_click_among_results_that_a_script_has_put_there_leads_to_the_whole_page(operator):
    factories.OfferFactory(title="Strikkecafé")
    results = operator.get("/admin/offers/results/?freshness=never")
    form = BeautifulSoup(results.content, "html.parser").select_one("form[action$='/confirm/']")
    assert form.select_one("[name=next]")["value"] == "/admin/offers/?freshness=never"


def test_looking_at_the_address_confirms_nothing(operator):
    offer = factories.OfferFactory()
    assert operator.get(one_click(offer)).status_code == operator.head(one_click(offer)).status_code == 405
    offer.refresh_from_db()
    assert offer.verified_on is None


def test_the_click_leads_nowhere_else(operator):
    answer = operator.post(one_click(factories.OfferFactory()), {"next": "https://example.org/"})
    assert answer.headers["Location"] == "/admin/offers/"


def test_who_may_not_publish_has_no_such_button_and_no_such_right():
    offer = factories.OfferFactory()
    writer = people.signed_in(people.editor("anna", offer.get_parent(), "add_page", "change_page"))
    assert one_click(offer) not in writer.get("/admin/offers/").content.decode()
    assert writer.post(one_click(offer)).status_code in {302, 403}
    offer.refresh_from_db()
    assert offer.verified_on is None


def test_the_listing_takes_as_many_queries_for_many_offers_as_for_few(operator, django_assert_max_num_queries):
    parent = factories.OrganisationFactory()
    for number in range(30):
        factories.OfferFactory(title=f"Tilbud nr. {number}", parent=type(parent).objects.get(pk=parent.pk))
    operator.get("/admin/offers/")
    with django_assert_max_num_queries(40):
        operator.get("/admin/offers/")
