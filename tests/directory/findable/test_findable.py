"""What machines are told of a site: what there is, and never what is nobody's business."""

import json
import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from directory.models import OrganisationPage, TextPage
from directory.models.times import OpeningHours, Session
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def vejle():
    """A municipality with a site of its own, beside the portal."""
    page = factories.MunicipalityFactory(title="Vejle")
    Site.objects.create(hostname="vejle.localhost", root_page=page)
    return page


@pytest.fixture
def owner(vejle):
    return factories.OrganisationFactory(title="Huset", parent=vejle)


def offer(owner, title, **told):
    return factories.OfferFactory(parent=OrganisationPage.objects.get(pk=owner.pk), title=title, **told)


def read(path, host="vejle.localhost"):
    answer = Client().get(path, headers={"host": host})
    assert answer.status_code == 200
    return answer.content.decode()


def addresses(host="vejle.localhost"):
    return re.findall("<loc>(.*?)</loc>", read("/sitemap.xml", host))


def head(page):
    return BeautifulSoup(read(page.get_url(), "vejle.localhost"), "html.parser").head


def told_of(page):
    found = head(page).find("script", type="application/ld+json")
    return found and json.loads(found.string)["@graph"]


def test_robots_are_led_to_the_sites_own_map_and_kept_from_searches_and_lists(vejle):
    told = read("/robots.txt")
    assert "Sitemap: http://vejle.localhost/sitemap.xml" in told
    assert "Disallow: /*?" in told
    assert "Disallow: /admin/" in told


def test_a_demonstration_is_in_no_search_engine(vejle, settings):
    settings.DEMONSTRATION = True
    assert read("/robots.txt") == "User-agent: *\nDisallow: /\n"


def test_a_municipalitys_map_names_its_own_pages_and_the_portals_those_that_are_left(vejle, owner):
    swimming = offer(owner, "Svømning")
    elsewhere = factories.OfferFactory(title="Andetsteds")
    mine = addresses()
    assert f"http://vejle.localhost{swimming.get_url().removeprefix('http://vejle.localhost')}" in mine
    assert not [one for one in mine if "andetsteds" in one]
    portals = addresses("localhost")
    assert [one for one in portals if elsewhere.slug in one]
    assert not [one for one in portals if "vejle" in one]


@pytest.mark.parametrize("told", [{"sensitive": True}, {"demonstration": "unconfirmed"}, {"live": False}])
def test_what_search_engines_shall_forget_is_on_no_map(vejle, owner, told):
    place = factories.PlaceFactory(slug="gaarden")
    offer(owner, "Stille", place=place, **told)
    assert not [one for one in addresses() if "stille" in one or "gaarden" in one]


@pytest.mark.parametrize(("visibility", "shown"), [("public", True), ("secret", False), ("on_request", False)])
def test_a_house_is_on_the_map_when_everybody_may_know_where_it_is(vejle, owner, visibility, shown):
    house = factories.PlaceFactory(slug="gaarden", visibility=visibility, street="Bag laden 7")
    page = offer(owner, "Café", place=house)
    assert any("/sted/gaarden/" in one for one in addresses()) is shown
    [service] = told_of(page)
    assert ("Bag laden 7" in json.dumps(service)) is shown


def test_pages_of_text_on_sensitive_matters_are_on_no_map(vejle):
    factories.TextPageFactory(parent=vejle, title="Om os")
    for role in TextPage.Role.values:
        page = TextPage(role=role)
        if page.sensitive:
            factories.TextPageFactory(parent=vejle, title=f"Stille {role}", role=role)
    told = addresses()
    assert [one for one in told if "om-os" in one]
    assert not [one for one in told if "stille" in one]


def test_an_offer_tells_machines_what_it_tells_people(vejle, owner):
    house = factories.PlaceFactory(street="Gade 1", lat=55.7, lon=9.5)
    page = offer(owner, "Café & <b>ro</b></script>", place=house, free="yes", phone="12345678")
    page.opening_hours = [
        OpeningHours(weekday=0, opens="10:00", closes="15:30"),
        OpeningHours(weekday=1, opens="10:00", closes="15:30", rhythm="odd"),
    ]
    today = timezone.localdate()
    page.sessions = [
        Session(day=today - timedelta(days=1), starts="10:00", topic="I går"),
        Session(day=today + timedelta(days=1), starts="10:00", ends="11:00", topic="I morgen", cancelled=True),
    ]
    page.save()
    service, event = told_of(page)
    assert (service["name"], service["isAccessibleForFree"]) == ("Café & <b>ro</b></script>", True)
    where = service["availableChannel"]["serviceLocation"]
    assert where["address"]["streetAddress"] == "Gade 1"
    assert where["geo"]["latitude"] == 55.7
    assert [row["dayOfWeek"] for row in where["openingHoursSpecification"]] == ["Monday"]
    assert (event["name"], event["eventStatus"]) == ("I morgen", "https://schema.org/EventCancelled")
    assert event["startDate"].startswith((today + timedelta(days=1)).isoformat())


@pytest.mark.parametrize("told", [{"sensitive": True}, {"demonstration": "made_up"}])
def test_an_offer_that_search_engines_shall_forget_tells_machines_nothing(vejle, owner, told):
    page = offer(owner, "Stille", **told)
    assert told_of(page) is None
    assert head(page).find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_an_organisation_and_a_text_say_which_address_is_theirs(vejle, owner):
    for page in (owner, factories.TextPageFactory(parent=vejle), vejle):
        assert head(page).find("link", rel="canonical")["href"] == page.full_url


def test_a_browser_learns_how_to_search_on_the_site_it_is_on(vejle):
    factories.FindOffersFactory(parent=vejle)
    assert head(vejle).find("link", rel="search")["href"] == "/opensearch.xml"
    assert 'template="http://vejle.localhost/find-tilbud/?q={searchTerms}"' in read("/opensearch.xml")


def test_the_icon_is_found_at_its_old_address(vejle):
    answer = Client().get("/favicon.ico", headers={"host": "vejle.localhost"})
    assert answer.status_code == 302
    assert answer.url.endswith(".svg")


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml", "/opensearch.xml"])
def test_an_installation_without_a_front_page_answers_too(path):
    assert Client().get(path).status_code == 200
