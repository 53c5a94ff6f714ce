"""A draft that somebody without an account looks at by a link: what it shows, to whom, for how long, and to nobody else."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from directory.models import OfferPage
from directory.previewing.links import VALID_DAYS, forget_old_links
from directory.previewing.models import PreviewLink
from tests import factories
from tests.cms.editing import people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def editor(municipality_site):
    return people.signed_in(people.editor("redaktør", municipality_site, "add_page", "change_page"))


@pytest.fixture
def offer(municipality_site):
    """Published under one name, with a draft of another one, in a house whose address is secret."""
    house = factories.OrganisationFactory(title="Huset", parent=municipality_site)
    place = factories.PlaceFactory(name="Krisehus", street="Skjultvej 1", visibility="secret")
    page = factories.OfferFactory(title="Som før", parent=house, place=place, phone="12345678")
    page.title = "Nyt navn"
    page.save_revision()
    return page


def made(client, offer):
    """The path of a new link, as the editor sees it once."""
    answer = client.post(reverse("preview_links", args=[offer.pk]), {"make": "1"})
    address = BeautifulSoup(answer.content, "html.parser").select_one("#made")["value"]
    return "/" + address.split("/", 3)[3]


def test_a_link_shows_the_newest_draft_to_somebody_without_an_account(editor, offer, client):
    link = made(editor, offer)
    answer = client.get(link)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Nyt navn" in text
    assert "Kladde" in text
    page = OfferPage.objects.get(pk=offer.pk).specific.get_latest_revision_as_object()
    page.title = "Endnu nyere"
    page.save_revision()
    assert "Endnu nyere" in client.get(link).content.decode()
    assert OfferPage.objects.get(pk=offer.pk).title == "Som før"


def test_no_cache_and_no_search_engine_keeps_it_and_it_shows_no_secret_address(editor, offer, client):
    link = made(editor, offer)
    for path in (link, f"/en{link}", link[:-5] + "/"):
        answer = client.get(path)
        assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex")
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "Skjultvej" not in answer.content.decode()


def test_a_link_that_is_too_old_taken_back_or_guessed_shows_nothing(editor, offer, client):
    old, taken_back = made(editor, offer), made(editor, offer)
    second, first = PreviewLink.objects.all()
    first.expires_on = timezone.localdate() - timedelta(days=1)
    first.save()
    editor.post(reverse("preview_links", args=[offer.pk]), {"take_back": second.pk})
    for path in (old, taken_back, "/kladde/x/", f"/kladde/{first.digest}/", "/kladde/%00/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "Nyt navn" not in answer.content.decode()
    forget_old_links()
    assert not PreviewLink.objects.exists()


def test_it_works_on_its_last_day_and_the_secret_is_kept_nowhere(editor, offer, client):
    link = made(editor, offer)
    row = PreviewLink.objects.get()
    assert row.expires_on == timezone.localdate() + timedelta(days=VALID_DAYS)
    row.expires_on = timezone.localdate()
    row.save()
    forget_old_links()
    assert client.get(link).status_code == 200
    secret = link.strip("/").split("/")[-1]
    assert secret not in editor.get(reverse("preview_links", args=[offer.pk])).content.decode()
    assert secret not in str(list(PreviewLink.objects.values()))


def test_looking_changes_nothing_and_nothing_can_be_sent_there(editor, offer, client):
    link = made(editor, offer)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(link)
    assert [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []
    assert client.post(link).status_code == 405


def test_a_draft_that_was_never_published_is_shown_and_one_that_is_deleted_is_not(editor, municipality_site, client):
    house = factories.OrganisationFactory(parent=municipality_site)
    draft = factories.OfferFactory(title="Aldrig ude", parent=house, live=False)
    link = made(editor, draft)
    assert "Aldrig ude" in client.get(link).content.decode()
    OfferPage.objects.get(pk=draft.pk).delete()
    assert client.get(link).status_code == 404


def test_an_editor_of_another_municipality_makes_takes_back_and_sees_none(editor, offer):
    made(editor, offer)
    other = people.signed_in(
        people.editor("anden", factories.MunicipalityFactory(), "add_page", "change_page", "publish_page")
    )
    address = reverse("preview_links", args=[offer.pk])
    for client in (other, Client()):
        for answer in (
            client.get(address),
            client.post(address, {"make": "1"}),
            client.post(address, {"take_back": PreviewLink.objects.get().pk}),
        ):
            assert answer.status_code == 302
            assert "Nyt navn" not in answer.content.decode()
    assert PreviewLink.objects.count() == 1


@pytest.mark.parametrize("wrong", ["", "x", "9" * 30, "-1"])
def test_taking_back_what_is_no_link_of_the_offer_changes_nothing(editor, offer, wrong):
    made(editor, offer)
    assert editor.post(reverse("preview_links", args=[offer.pk]), {"take_back": wrong}).status_code == 200
    assert PreviewLink.objects.count() == 1


def test_the_form_of_an_offer_leads_to_its_links(editor, offer):
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[offer.pk])).content.decode()
    assert reverse("preview_links", args=[offer.pk]) in form
