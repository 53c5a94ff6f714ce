"""Kort: the same search as Find tilbud, with a map; a hidden address is on neither map, nor in what scripts read."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.checks import run_checks
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import search
from directory.find.map_page import MAX_ROWS
from directory.geo import kilometres
from directory.maps import for_browsers
from directory.models import CrisisWords, Place
from directory.postal_codes import postal_codes
from search import SearchUnavailable
from tests.directory.reading import text_of
from tests.factories import DropInCentreFactory, FindOffersFactory, NeedFactory, OrganisationFactory, PlaceFactory

pytestmark = pytest.mark.django_db
SECRETS = ("55.4567", "10.3456", "55.45", "10.34", "Skjulvej", "Gemmested")


@pytest.fixture
def offers(index, committed):
    """Offers in Vejle, at a secret address, online, and in Aarhus; the first for a need."""
    places = [
        PlaceFactory(lat=55.7123, lon=9.5321),
        PlaceFactory(lat=55.4567, lon=10.3456, visibility="secret", street="Skjulvej 9", city="Gemmested"),
        None,
        PlaceFactory(lat=56.15, lon=10.2, postal_code="8000", city="Aarhus C"),
    ]
    with committed():
        FindOffersFactory()
        owner = OrganisationFactory()
        need = NeedFactory(name="Ensomhed", slug="ensomhed")
        return [
            DropInCentreFactory(title=title, place=place, parent=owner, needs=[need] if title == "Anemonen" else [])
            for title, place in zip(("Anemonen", "Birken", "Cypressen", "Dværgpilen"), places, strict=True)
        ]


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows(response):
    return {row.a.text: (row.get("data-at"), row.get("data-number")) for row in soup(response).select(".vv-pins > li")}


def test_the_list_has_the_numbers_of_the_map_and_scripts_read_the_same_places(client, offers):
    response = client.get("/kort/")
    assert rows(response) == {
        "Anemonen": ("55.7123 9.5321", "1"),
        "Birken": (None, None),
        "Cypressen": (None, None),
        "Dværgpilen": ("56.15 10.2", "4"),
    }
    assert [text.text for text in soup(response).select("figure .pin-number")] == ["1", "4"]


@pytest.mark.parametrize("visibility", ["secret", "on_request"])
@pytest.mark.parametrize(
    "path", ["/kort/", "/kort/?q=birken", "/kort/?sted=5000&km=50", "/kort/?sted=Odense&sorter=naermest"]
)
def test_a_hidden_address_is_nowhere(client, offers, committed, visibility, path):
    with committed():
        place = offers[1].place
        place.visibility = visibility
        place.save()
    html = client.get(path).content.decode()
    assert [secret for secret in SECRETS if secret in html] == []


def test_no_page_of_the_site_gives_a_hidden_position_away(client, offers):
    hidden = offers[1]
    paths = [
        hidden.get_url(),
        "/find-tilbud/?q=birken",
        f"/liste/{hidden.pk}-{offers[0].pk}/",
        f"/liste/{hidden.pk}/print/",
        f"/tilbagemelding/?tilbud={hidden.pk}",
        reverse("suggest") + "?q=bir",
        "/i-dag/",
        "/behov/ensomhed/",
    ]
    for path in paths:
        html = client.get(path).content.decode()
        assert [secret for secret in SECRETS if secret in html] == [], path
    assert client.get(f"/sted/{hidden.place.slug}/").status_code == 404


def test_it_narrows_as_find_tilbud_does_and_leads_there_and_back(client, offers):
    assert list(rows(client.get("/kort/?behov=ensomhed"))) == ["Anemonen"]
    page = soup(client.get("/find-tilbud/?behov=ensomhed"))
    there = next(a["href"] for a in page.select("a") if a.get_text(strip=True) == "Vis på et kort")
    assert there == "/kort/?behov=ensomhed"
    back = next(a["href"] for a in soup(client.get(there)).select("a") if a.text.startswith("Vis som en liste"))
    assert back == "/find-tilbud/?behov=ensomhed"


def test_the_visitors_list_is_carried_along(client, offers):
    page = soup(client.get(f"/kort/?liste={offers[3].pk}"))
    assert page.select_one('form input[name="liste"]')["value"] == str(offers[3].pk)
    assert all(f"liste={offers[3].pk}" in a["href"] for a in page.select(".vv-pins a"))


def test_choices_and_pages_stay_on_the_map(client, offers):
    page = soup(client.get("/kort/?behov=ensomhed"))
    assert page.select_one("form[role=search]")["action"] == "/kort/#resultater"
    assert page.select_one(".vv-chips a")["href"].startswith("?")


def test_a_search_in_words_leaves_no_trace_and_a_crisis_is_met(client, offers):
    headers = client.get("/kort/?q=ensomhed").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Ensomhed" not in soup(client.get("/kort/?q=ensomhed")).title.text
    CrisisWords.objects.create(topic="life", phrases="selvmord")
    assert 'href="tel:112"' in client.get("/kort/?q=selvmord").content.decode()


def test_nothing_with_a_place_means_no_map_and_nothing_at_all_leads_on(client, offers):
    online = client.get("/kort/?q=cypressen")
    assert "Ingen af dem har et sted" in text_of(online)
    assert not soup(online).select("[data-map], script[src*=leaflet]")
    assert "Hvad ledte du efter?" in text_of(client.get("/kort/?q=zzzzqqq&behov=ensomhed"))


def test_when_the_search_is_out_the_page_says_so(client, offers, monkeypatch):
    def out(query):
        raise SearchUnavailable

    monkeypatch.setattr(search.engine(), "search", out)
    assert client.get("/kort/").status_code == 503


@pytest.mark.parametrize(
    "query",
    [
        "sted=%00&km=x",
        "side=99999999",
        "side=-1",
        "sted=" + "9" * 3000,
        "q=%22%3E%3Cscript%3E",
        "liste=';--",
        "km=1e400",
    ],
)
def test_no_address_is_an_error(client, offers, query):
    response = client.get(f"/kort/?{query}")
    assert response.status_code in {200, 404}
    assert "<script>" not in response.content.decode()


@pytest.mark.parametrize("position", [(9.5, 55.7), (1e300, -1e300), (0, 0)])
def test_a_position_that_was_typed_wrongly_is_left_out(client, offers, position):
    lat, lon = position
    Place.objects.filter(pk=offers[0].place_id).update(lat=lat, lon=lon)
    assert client.get("/kort/").status_code == 200
    assert client.get(offers[0].get_url()).status_code == 200


def test_more_offers_take_no_more_queries(client, offers, committed):
    counted = []
    for _ in range(2):
        client.get("/kort/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/kort/")
        counted.append(len(asked))
        with committed():
            for number in range(MAX_ROWS):
                DropInCentreFactory(title=f"Nr. {number}", place=PlaceFactory(lat=56.0 + number / 100, lon=9.5))
    # The places of the other pages of hits are asked for at once.
    assert counted[1] - counted[0] <= 1
    assert len(soup(client.get("/kort/")).select(".vv-pins > li")) == MAX_ROWS
    assert len(soup(client.get("/kort/?side=3")).select(".vv-pins > li")) == 4


def test_hits_of_other_pages_are_on_the_map_and_those_without_a_place_are_counted(client, offers, committed):
    with committed():
        for number in range(MAX_ROWS):
            DropInCentreFactory(title=f"Nr. {number}", place=PlaceFactory(lat=56.0 + number / 100, lon=9.5))
    page = soup(client.get("/kort/?side=2"))
    dots = [dot.split() for dot in page.select_one("[data-map]")["data-others"].split(",")]
    first = {row["id"][1:]: row.get("data-at") for row in soup(client.get("/kort/")).select(".vv-pins > li")}
    assert {key for _lat, _lon, _page, key in dots} == {key for key, at in first.items() if at}
    assert {page for _lat, _lon, page, _key in dots} == {"1"}
    assert [secret for secret in SECRETS if secret in str(page)] == []
    assert "2 af dem har ikke et sted på kortet." in text_of(client.get("/kort/?side=2"))


def test_pictures_come_from_the_operators_host_and_on_the_map_alone(client, offers, settings):
    assert "img-src 'self' data:;" in client.get("/kort/").headers["Content-Security-Policy"]
    settings.MAP_TILES_URL = "https://kort.example.dk/{z}/{x}/{y}.png"
    settings.MAP_TILES_CREDIT = "Kort: Eksempel <Kommune>"
    shown = client.get("/kort/")
    assert "img-src 'self' https://kort.example.dk data:;" in shown.headers["Content-Security-Policy"]
    assert soup(shown).select_one("[data-map]")["data-tiles"] == settings.MAP_TILES_URL
    assert "Kort: Eksempel <Kommune>" in text_of(shown)
    for path in ("/", "/find-tilbud/", "/findes-ikke/"):
        assert "kort.example.dk" not in client.get(path).headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("url", "faults"),
    [
        ("", 0),
        ("https://kort.example.dk/{z}/{x}/{y}.png", 0),
        ("/fliser/{z}/{x}/{y}.png", 0),
        ("http://kort.example.dk/{z}/{x}/{y}.png", 1),
        ("https://kort.example.dk/", 1),
        ("https://kort.example.dk; script-src *//{z}/{x}/{y}", 1),
        ("javascript:{z}{x}{y}", 1),
    ],
)
def test_an_address_of_tiles_that_is_wrong_is_said_at_start(settings, url, faults):
    settings.MAP_TILES_URL = url
    assert len([fault for fault in run_checks() if fault.id == "vejviser.E002"]) == faults


@pytest.mark.parametrize(
    ("name", "made"), [("postal_points.json", for_browsers.points), ("towns.json", for_browsers.towns)]
)
def test_what_scripts_fetch_is_made_of_the_postal_codes_that_the_site_knows(name, made):
    shipped = json.loads((for_browsers.FOLDER / name).read_text(encoding="utf-8"))
    assert shipped == made()


def test_every_postal_code_has_one_of_the_points_close_by():
    points = for_browsers.points()
    assert {code for code, _lat, _lon in points} <= set(postal_codes())
    for code, row in postal_codes().items():
        if code >= for_browsers.FIRST:
            assert min(kilometres((row["latitude"], row["longitude"]), point[1:]) for point in points) < 1.2, code
