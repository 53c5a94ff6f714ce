"""The visitor's list lives in the address: on it, off it, carried along, handed over, printed."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.sites.shortlist import MAX_OFFERS, Shortlist
from tests.directory.reading import titles_of
from tests.factories import DropInCentreFactory, FindOffersFactory, OrganisationFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def offers(index, committed):
    """Three offers of one organisation, and a search page to find them on."""
    with committed():
        FindOffersFactory()
        owner = OrganisationFactory()
        return [
            DropInCentreFactory(title=title, parent=owner, phone="76000000")
            for title in ("Anemonen", "Birken", "Cypressen")
        ]


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def link(page, words):
    return next(a["href"] for a in page.select("a") if a.get_text(" ", strip=True).startswith(words))


def path_of(offers):
    return "/liste/" + "-".join(str(offer.pk) for offer in offers) + "/"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ()),
        ("12-45-78", (12, 45, 78)),
        ("12-12-45", (12, 45)),
        ("-12--x-45-", (12, 45)),
        ("1-2-3-4-5-6-7-8-9", (1, 2, 3, 4, 5, 6, 7, 8)),
        ("²-١-" + "9" * 4000, ()),
        ("'; DROP TABLE--", ()),
    ],
)
def test_an_address_is_read_for_what_it_can_mean(text, keys):
    assert Shortlist.read(text).keys == keys


def test_a_full_list_takes_no_more():
    full = Shortlist(tuple(range(1, MAX_OFFERS + 1)))
    assert full.full
    assert full.with_(99) == full
    assert full.without(1).with_(99).keys[-1] == 99


def test_one_place_up_and_no_further():
    assert Shortlist((1, 2, 3)).raised(3).keys == (1, 3, 2)
    assert Shortlist((1, 2, 3)).raised(1).keys == (1, 2, 3)


def test_an_offer_is_kept_from_a_card_and_carried_along(client, offers):
    page = soup(client.get("/find-tilbud/?q=birken"))
    kept = client.get("/find-tilbud/" + link(page, "Gem på min liste"))
    page = soup(kept)
    assert f"liste={offers[1].pk}" in link(page, "Birken")
    assert link(page, "Min liste (1)") == path_of(offers[1:2])
    assert page.select_one('form input[name="liste"]')["value"] == str(offers[1].pk)
    assert "q=birken" in link(page, "Fjern fra min liste")
    assert "liste" not in link(page, "Fjern fra min liste")
    on_page = soup(client.get(link(page, "Birken")))
    assert link(on_page, "Min liste (1)") == path_of(offers[1:2])


def test_the_list_shows_its_offers_in_their_order(client, offers):
    first, second, third = offers
    response = client.get(path_of([third, first]))
    assert titles_of(response) == ["Cypressen", "Anemonen"]
    assert link(soup(response), "Ryk op") == path_of([first, third])
    assert link(soup(response), "Fjern fra min liste") == path_of([first])
    assert second.title not in response.content.decode()


def test_what_is_not_published_is_not_shown_and_said(client, offers):
    offers[0].unpublish()
    response = client.get(path_of(offers[:2]))
    assert titles_of(response) == ["Birken"]
    assert "1 tilbud på listen findes ikke mere" in " ".join(soup(response).get_text(" ").split())
    assert "Anemonen" not in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/liste/", "/liste/0/", "/liste/x/", "/liste/99999999999999999999/", "/liste/a/print/"]
)
def test_an_empty_or_senseless_list_says_so(client, offers, path):
    response = client.get(path)
    assert response.status_code == 200
    assert titles_of(response) == []


def test_a_list_leaves_no_trace(client, offers):
    for path in (path_of(offers), path_of(offers) + "print/"):
        headers = client.get(path).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Robots-Tag"] == "noindex"


def test_what_is_handed_over_does_not_say_what_it_is_about(client, offers):
    page = soup(client.get(path_of(offers)))
    sms, mail = link(page, "Send som sms"), link(page, "Send som mail")
    for href in (sms, mail):
        assert path_of(offers).strip("/").replace("/", "%2F") in href
        assert "Anemonen" not in href
    assert page.select_one(".vv-qr svg path") is not None
    assert not page.select("[style]")


def test_paper_has_what_one_needs_to_get_there(client, committed, index):
    with committed():
        place = PlaceFactory(street="Åvej 4", route="Gå over broen.\nDøren er grøn.", lat=55.7, lon=9.5)
        offer = DropInCentreFactory(title="Broen", phone="76000000", place=place)
    text = " ".join(soup(client.get(f"/liste/{offer.pk}/print/")).get_text(" ").split())
    for words in (
        "Broen",
        "76 00 00 00",
        "Åvej 4",
        "Gå over broen.",
        "Jeg skal derhen",
    ):
        assert words in text


def test_a_secret_address_is_not_on_paper(client, committed, index):
    with committed():
        place = PlaceFactory(street="Skjulvej 9", route="Ved den røde låge", visibility="secret", lat=55.71, lon=9.51)
        offer = DropInCentreFactory(title="Læ", place=place)
    for path in (f"/liste/{offer.pk}/", f"/liste/{offer.pk}/print/"):
        html = client.get(path).content.decode()
        assert "Skjulvej" not in html
        assert "røde låge" not in html
        assert "55.71" not in html


def test_a_list_costs_the_same_number_of_queries_however_long(client, offers):
    client.get(path_of(offers))
    counted = []
    for some in (offers[:1], offers):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(path_of(some) + "print/")
        counted.append(len(asked))
    assert counted[0] == counted[1]


def test_a_full_list_offers_no_more_to_keep(client, index, committed):
    with committed():
        FindOffersFactory()
        owner = OrganisationFactory()
        many = [DropInCentreFactory(title=f"Hus {n}", parent=owner) for n in range(MAX_OFFERS + 1)]
    listed = "-".join(str(offer.pk) for offer in many[:MAX_OFFERS])
    page = soup(client.get(f"/find-tilbud/?liste={listed}"))
    words = [a.get_text(" ", strip=True) for a in page.select(".vv-card .vv-actions a")]
    assert sum(word.startswith("Fjern fra min liste") for word in words) == MAX_OFFERS
    assert not any(word.startswith("Gem på min liste") for word in words)
    assert "Listen er fuld" in client.get(f"/liste/{listed}/").content.decode()
