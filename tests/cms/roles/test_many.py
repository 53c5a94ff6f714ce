"""Something done with many rows at once: "all" is what the listing shows, of one's own."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail.documents import get_document_model

from directory.models import OfferPage, Role, StartCard
from tests import factories
from tests.cms.roles.towns import be_found

pytestmark = pytest.mark.django_db


def all_of(listing, action, *, model="page", app="wagtailcore", **more):
    """The address that "select all in listing" leads to."""
    path = reverse("wagtail_bulk_action", args=[app, model, action])
    return path + "?" + urlencode({"id": "all", "next": listing, **more})


def drafts(town, *titles):
    parent = type(town.rows["organisation"])
    for title in titles:
        page = parent.objects.get(pk=town.rows["organisation"].pk)
        offer = factories.OfferFactory(title=title, parent=page, live=False, **factories.whole())
        offer.save_revision()
        be_found(offer)


def live():
    return set(OfferPage.objects.filter(live=True, title__startswith="Ny ").values_list("title", flat=True))


@pytest.fixture
def offers(vejle, kolding):
    drafts(vejle, "Ny gruppe", "Ny café", "Ny tur")
    drafts(kolding, "Ny kreds")


def test_all_of_the_listing_of_offers_is_all_of_the_own(vejle, offers):
    address = all_of(reverse("offers:index"), "publish")
    browser = vejle.browser(Role.APPROVER)
    assert "Ny tur" in browser.get(address).content.decode()
    assert browser.post(address).status_code == 302
    assert live() == {"Ny gruppe", "Ny café", "Ny tur"}


def test_all_of_a_listing_that_was_searched_is_what_it_shows(vejle, offers, operator):
    listing = reverse("offers:index") + "?q=gruppe"
    vejle.browser(Role.APPROVER).post(all_of(listing, "publish", q="gruppe"))
    assert live() == {"Ny gruppe"}
    # Operators too: Wagtail would take every page there is.
    assert operator.post(all_of(reverse("offers:index") + "?q=kreds", "publish")).status_code == 302
    assert live() == {"Ny gruppe", "Ny kreds"}


@pytest.mark.parametrize("listing", ["wagtailadmin_explore", "wagtailadmin_pages:search"])
def test_all_of_wagtails_own_listings_works_too(vejle, offers, listing):
    args = [vejle.rows["organisation"].pk] if listing == "wagtailadmin_explore" else []
    vejle.browser(Role.APPROVER).post(all_of(reverse(listing, args=args) + "?q=gruppe", "publish"))
    assert live() == {"Ny gruppe"}


def test_an_editor_is_told_that_publishing_is_for_others(vejle, offers):
    address = all_of(reverse("offers:index"), "publish")
    browser = vejle.browser(Role.EDITOR)
    html = browser.get(address).content.decode()
    assert "Ny tur" in html
    assert "Ny kreds" not in html
    browser.post(address)
    assert live() == set()


def test_an_editor_moves_all_of_the_own(vejle, offers):
    there = factories.OrganisationFactory(
        title="Den anden forening", parent=type(vejle.page).objects.get(pk=vejle.page.pk)
    )
    address = all_of(reverse("offers:index") + "?q=Ny+gruppe", "move")
    assert vejle.browser(Role.EDITOR).post(address, {"chooser": there.pk}).status_code == 302
    assert [page.title for page in type(there).objects.get(pk=there.pk).get_children()] == ["Ny gruppe"]


@pytest.mark.parametrize(
    "listing",
    [
        "",
        "https://evil.example/admin/offers/",
        "/findes/ikke/",
        "/admin/",
        "/find-tilbud/",
        "/admin/offers/?export=csv",
        "//",
    ],
)
def test_all_of_no_listing_is_refused(vejle, offers, listing):
    browser, address = vejle.browser(Role.APPROVER), all_of(listing, "publish")
    for answer in (browser.get(address), browser.post(address)):
        assert answer.status_code in {302, 404}
    assert live() == set()


def test_all_below_a_page_of_others_is_nothing(vejle, kolding, offers):
    listing = reverse("wagtailadmin_explore", args=[kolding.rows["organisation"].pk])
    browser = vejle.browser(Role.APPROVER)
    for address in (all_of(listing, "publish"), all_of(listing, "publish", childOf=kolding.rows["organisation"].pk)):
        browser.post(address)
    assert live() == set()


def test_all_cards_of_the_listing_are_the_own_ones(vejle, kolding):
    common = StartCard.objects.create(label="Alles kort")
    StartCard.objects.create(label="Nyt kort", municipality=vejle.page)
    listing = reverse(StartCard.snippet_viewset.get_url_name("list"))
    where = {"app": "directory", "model": "startcard"}
    browser = vejle.browser(Role.APPROVER)
    browser.post(all_of(f"{listing}?q=Nyt", "delete", **where))
    assert StartCard.objects.count() == 3
    browser.post(all_of(listing, "delete", **where))
    assert set(StartCard.objects.all()) == {common, kolding.rows["card"]}


def test_all_documents_of_the_listing_are_tagged_and_no_others(vejle, kolding):
    address = all_of(reverse("wagtaildocs:index"), "add_tags", app="wagtaildocs", model="document")
    vejle.browser(Role.APPROVER).post(address, {"tags": "blanket"})
    assert [row.pk for row in get_document_model().objects.filter(tags__name="blanket")] == [vejle.rows["document"].pk]


def test_keys_of_another_kind_of_rows_are_not_taken(vejle, offers):
    """A listing of cards, asked for by an address that publishes pages."""
    listing = reverse(StartCard.snippet_viewset.get_url_name("list"))
    assert vejle.browser(Role.APPROVER).post(all_of(listing, "publish")).status_code == 404
    assert live() == set()
