"""The page of a place: everything that happens in a house, and never a house that hides."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import Closure, NationalBranchPage, OpeningHours, Place
from tests.directory.reading import text_of
from tests.factories import (
    DropInCentreFactory,
    GroupCourseFactory,
    OrganisationFactory,
    PlaceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return PlaceFactory(
        name="Huset ved åen", slug="huset", street="Åvej 4", route="Gå over broen.", step_free="yes", lat=55.7, lon=9.5
    )


@pytest.fixture
def offers(house):
    owner = OrganisationFactory(title="Foreningen")
    cafe = DropInCentreFactory(title="Cafeen", place=house, parent=owner)
    choir = GroupCourseFactory(title="Koret", place=house, parent=owner)
    times = [(cafe, day, "10:00", "15:00") for day in range(7)]
    times.append((choir, timezone.localdate().weekday(), "09:00", "10:00"))
    for offer, day, opens, closes in times:
        OpeningHours.objects.create(offer=offer.offerpage_ptr, weekday=day, opens=opens, closes=closes)
    return cafe, choir


def links(response):
    return [a["href"] for a in BeautifulSoup(response.content, "html.parser").select("main a[href]")]


def test_the_offers_of_a_house_stand_by_day_and_clock_with_the_way_there(client, offers):
    response = client.get("/sted/huset/")
    text = text_of(response)
    assert "Der er 2 tilbud på denne adresse." in text
    for words in ("Åvej 4", "Gå over broen.", "7100 Vejle"):
        assert words in text
    first_day = BeautifulSoup(response.content, "html.parser").select_one(".vv-rows")
    assert [a.text for a in first_day.select("a")] == ["Koret", "Cafeen"]
    assert text.count("10–15") == 7
    assert offers[0].get_url() in links(response)


def test_an_offer_leads_to_its_house_when_more_happens_there(client, offers, house):
    assert "/sted/huset/" in links(client.get(offers[0].get_url()))
    offers[1].unpublish()
    assert "/sted/huset/" not in links(client.get(offers[0].get_url()))


@pytest.mark.parametrize("visibility", ["secret", "on_request"])
def test_a_hidden_address_has_no_page_and_no_link_to_one(client, offers, house, visibility):
    Place.objects.filter(pk=house.pk).update(visibility=visibility)
    answer = client.get("/sted/huset/")
    assert answer.status_code == 404
    assert "Åvej" not in answer.content.decode()
    page = client.get(offers[0].get_url())
    assert "/sted/" not in page.content.decode()
    assert "Flere tilbud" not in text_of(page)


def test_what_is_not_published_is_not_there_and_an_empty_house_has_no_page(client, offers):
    offers[0].unpublish()
    assert "Cafeen" not in client.get("/sted/huset/").content.decode()
    offers[1].unpublish()
    assert client.get("/sted/huset/").status_code == 404


@pytest.mark.parametrize(
    "path", ["/sted/findes-ikke/", "/sted/", "/sted/%00/", "/sted/" + "x" * 500 + "/", "/sted/1 or 1/"]
)
def test_no_other_address_is_a_place(client, offers, path):
    assert client.get(path).status_code == 404


def test_a_municipality_shows_its_own_and_national_offers_of_a_house(client, municipality_site, house):
    DropInCentreFactory(title="Vores", place=house, parent=OrganisationFactory(parent=municipality_site))
    DropInCentreFactory(title="Naboens", place=house)
    national = OrganisationFactory(parent=NationalBranchPage.objects.get())
    DropInCentreFactory(title="Landets", place=house, parent=national)
    here = client.get("/sted/huset/", HTTP_HOST="vejle.localhost").content.decode()
    assert "Vores" in here
    assert "Landets" in here
    assert "Naboens" not in here
    assert "Naboens" in client.get("/sted/huset/").content.decode()


def test_a_house_with_a_sensitive_offer_leaves_no_trace(client, offers, house):
    assert "public" in client.get("/sted/huset/").headers["Cache-Control"]
    type(offers[0]).objects.filter(pk=offers[0].pk).update(sensitive=True)
    answer = client.get("/sted/huset/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Huset ved åen" not in BeautifulSoup(answer.content, "html.parser").title.text


def test_a_house_takes_the_same_number_of_queries_however_much_happens_there(client, offers, house):
    counted = []
    for _ in range(2):
        client.get("/sted/huset/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/sted/huset/")
        counted.append(len(asked))
        for number in range(5):
            DropInCentreFactory(title=f"Nr. {number}", place=house)
    assert counted[0] == counted[1]


def test_an_offer_that_is_closed_on_a_day_closes_nobody_else_in_the_house(client, offers):
    cafe, _choir = offers
    today = timezone.localdate()
    Closure.objects.create(offer=cafe.offerpage_ptr, first_day=today, last_day=today)
    first_day, second_day = BeautifulSoup(client.get("/sted/huset/").content, "html.parser").select(".vv-rows")[:2]
    assert [a.text for a in first_day.select("a")] == ["Koret"]
    assert [a.text for a in second_day.select("a")] == ["Cafeen"]
