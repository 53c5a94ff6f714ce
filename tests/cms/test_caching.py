"""Ordinary pages may be kept for a minute; what tells of a person, or is an editor's, may not."""

import pytest

from tests.factories import DropInCentreFactory, FindOffersFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(index):
    FindOffersFactory()
    return DropInCentreFactory(title="Lyspunktet")


def kept(response):
    return response.headers["Cache-Control"]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_page_that_is_the_same_for_everyone_may_be_kept_by_everyone(client, offer, prefix):
    for address in (prefix + "/", prefix + offer.get_url(), prefix + "/find-tilbud/"):
        response = client.get(address)
        assert kept(response) == "public, max-age=60, stale-if-error=300", address
        assert "Cookie" not in response.headers.get("Vary", "")
        assert not response.cookies


def test_what_somebody_chose_is_kept_by_their_browser_alone(client, offer):
    assert kept(client.get("/find-tilbud/?adgang=drop_in")) == "private, max-age=60"


def test_what_somebody_wrote_or_a_page_of_a_sensitive_matter_is_kept_by_nobody(client, offer):
    assert kept(client.get("/find-tilbud/?q=kaffe")) == "no-store"
    assert kept(client.get("/tilbagemelding/")) == "no-store"
    assert kept(client.get("/liste/1/")) == "no-store"


def test_pages_for_somebody_who_is_logged_in_are_asked_for_each_time(client, admin_client, offer):
    assert kept(admin_client.get("/")) == "private, no-cache"
    assert "private" in kept(admin_client.get("/admin/"))
    assert "no-store" in kept(client.get("/konto/log-ind/"))


def test_what_is_not_there_is_asked_for_again(client, offer):
    assert kept(client.get("/findes-ikke/")) == "no-cache"
