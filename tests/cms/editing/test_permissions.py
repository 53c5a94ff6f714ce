"""Who may do what: an editor of one organisation against the rest of the tree."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from directory.models import OfferPage, StartCard
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine():
    return factories.OrganisationFactory(title="Mit sted")


@pytest.fixture
def other():
    return factories.OrganisationFactory(title="Nabostedet")


@pytest.fixture
def own_offer(mine):
    return factories.OfferFactory(title="Vores", parent=mine)


@pytest.fixture
def other_offer(other):
    return factories.OfferFactory(title="Deres", parent=other)


@pytest.fixture
def place(mine, own_offer, other_offer):
    """A browser of the place's own editor, who writes but does not publish."""
    return people.signed_in(people.editor("sted", mine, "add_page", "change_page"))


def refused(response):
    """Wagtail sends people who may not do something back to where they may be."""
    return response.status_code in {302, 403} and "/edit/" not in response.headers.get("Location", "")


def test_the_listings_show_the_own_branch_only(place, seen):
    assert seen(place.get("/admin/offers/")) == ["Vores"]
    assert seen(place.get("/admin/offers/", {"q": "deres"})) == []
    assert seen(place.get("/admin/offers/results/", {"kind": "drop_in_centre"})) == ["Vores"]
    assert seen(place.get("/admin/organisations/")) == ["Mit sted"]
    table = b"".join(place.get("/admin/offers/", {"export": "csv"}).streaming_content).decode()
    assert "Vores" in table
    assert "Deres" not in table


def test_rights_on_one_offer_do_not_show_the_organisation_above_it_as_editable(own_offer, other_offer, seen):
    client = people.signed_in(people.editor("vikar", own_offer, "change_page"))
    assert seen(client.get("/admin/offers/")) == ["Vores"]
    assert seen(client.get("/admin/organisations/")) == []


def test_the_own_offer_can_be_opened(place, own_offer):
    assert place.get(reverse("wagtailadmin_pages:edit", args=[own_offer.pk])).status_code == 200


@pytest.mark.parametrize(
    "action",
    ["edit", "delete", "unpublish", "move", "copy", "history", "view_draft", "preview_on_edit", "workflow_history"],
)
def test_an_offer_of_others_can_not_be_reached_by_its_address(place, other_offer, action):
    address = reverse(f"wagtailadmin_pages:{action}", args=[other_offer.pk])
    assert refused(place.get(address))
    assert refused(place.post(address, {"title": "Kapret"}))
    row = OfferPage.objects.get(pk=other_offer.pk)
    assert (row.title, row.live) == ("Deres", True)
    assert not Page.objects.filter(title="Kapret").exists()


@pytest.mark.parametrize("moved", ["mine to theirs", "theirs to mine"])
def test_nothing_is_moved_across_the_fence(place, mine, other, own_offer, other_offer, moved):
    what, where = (own_offer, other) if moved == "mine to theirs" else (other_offer, mine)
    address = reverse("wagtailadmin_pages:move_confirm", args=[what.pk, where.pk])
    assert refused(place.post(address))
    assert Page.objects.get(pk=what.pk).get_parent().pk == what.get_parent().pk


def test_nothing_is_copied_into_the_branch_of_others(place, other, own_offer):
    address = reverse("wagtailadmin_pages:copy", args=[own_offer.pk])
    response = place.post(
        address, {"new_title": "Kopi", "new_slug": "kopi", "new_parent_page": other.pk, "copy_subpages": ""}
    )
    assert response.status_code in {200, 302}
    assert not Page.objects.filter(title="Kopi").exists()


def test_nothing_is_written_under_the_organisation_of_others(place, other):
    address = reverse("wagtailadmin_pages:add", args=["directory", "dropincentrepage", other.pk])
    assert refused(place.get(address))
    assert refused(place.post(address, {"title": "Nyt", "slug": "nyt"}))
    response = place.post(reverse("offers:choose_parent"), {"organisation": other.pk})
    assert refused(response) or response.context["form"].errors
    assert other.get_children().filter(title="Nyt").count() == 0


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_many_at_once_is_no_way_around_the_fence(place, other_offer, mine, action):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    place.post(f"{address}?id={other_offer.pk}", {"chooser": mine.pk})
    row = OfferPage.objects.get(pk=other_offer.pk)
    assert row.live
    assert not row.is_descendant_of(mine)


def test_a_new_offer_goes_right_to_the_own_organisation(place, mine):
    response = place.get(reverse("offers:choose_parent"))
    assert response.headers["Location"] == reverse("wagtailadmin_pages:add_subpage", args=[mine.pk])


def test_who_may_not_publish_can_not(place, own_offer):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    place.post(f"{address}?id={own_offer.pk}")
    assert OfferPage.objects.get(pk=own_offer.pk).live


@pytest.mark.parametrize("view", ["list", "edit", "delete", "usage"])
def test_words_and_places_are_not_for_a_place_to_change(place, view):
    rows = [
        factories.NeedFactory(),
        factories.TargetGroupFactory(),
        factories.PlaceFactory(),
        factories.LanguageFactory(),
        StartCard.objects.create(label="Ro"),
    ]
    for row in rows:
        arguments = [] if view == "list" else [row.pk]
        address = reverse(row.snippet_viewset.get_url_name(view), args=arguments)
        assert refused(place.get(address))
        assert refused(place.post(address, {"name": "Kapret"}))
        assert type(row)._default_manager.filter(pk=row.pk).exists()


def test_the_menu_offers_only_what_may_be_used(place):
    html = place.get("/admin/").content.decode()
    assert '"name": "offers"' in html
    assert '"name": "words-and-places"' not in html
    assert '"name": "outbox"' not in html


def test_a_person_without_rights_on_any_page_sees_no_listing():
    client = people.signed_in(people.editor("tom", factories.portal()))
    assert client.get("/admin/offers/").status_code == 302
    assert '"name": "offers"' not in client.get("/admin/").content.decode()


def test_a_visitor_is_asked_to_log_in(client, own_offer):
    for address in ("/admin/offers/", "/admin/organisations/", "/admin/reports/outbox/"):
        assert "/konto/log-ind/" in client.get(address).headers["Location"]
