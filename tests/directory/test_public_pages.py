"""What visitors see: front pages, the search page, offers and organisations, and what happens when things are wrong."""

import shutil

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from cms.views.errors import in_small_letters
from directory.models import (
    HomePick,
    MunicipalityPage,
    NationalBranchPage,
    OfferAudience,
    OfferPage,
    OpeningHours,
)
from tests.directory.reading import text_of, titles_of
from tests.factories import (
    DropInCentreFactory,
    MunicipalityFactory,
    NeedFactory,
    OrganisationFactory,
    PlaceFactory,
    TargetGroupFactory,
    portal,
)

pytestmark = pytest.mark.django_db

HOSTILE = [
    "q=" + "a" * 10_000,
    "q=%00%01%1F",
    "q[]=x&q[]=y",
    "q=' OR 1=1 --",
    "q=title:(a AND",
    'q="*?~^\\/',
    "q=%F0%9F%98%80",
    "q=%FF%FE",
    "behov=ukendt&maalgruppe=%00",
    "side=0",
    "side=-1",
    "side=abc",
    "side=1e9",
    "alder=18%2B",
    "sted=0000&km=-5",
    "sorter=;",
    "&&&===",
    "type=" + "&type=x" * 500,
]


@pytest.fixture
def vejle(index, municipality_site, committed):
    """The municipality with an offer that anybody may drop in at, one to book, a national one, and one next door."""
    with committed():
        need = NeedFactory(name="Ensomhed", slug="ensomhed")
        owner = OrganisationFactory(title="Kirkens Korshær", slug="kirkens-korshaer", parent=municipality_site)
        DropInCentreFactory(title="Kaffestuen", parent=owner, needs=[need], access="drop_in", free="yes")
        DropInCentreFactory(title="Madskuret", parent=owner, access="book")
        national = NationalBranchPage.objects.get()
        DropInCentreFactory(title="Landslinjen", parent=OrganisationFactory(title="Landet", parent=national))
        DropInCentreFactory(title="Naboen", parent=OrganisationFactory(parent=MunicipalityFactory(slug="randers")))
    return municipality_site


def titles(response):
    return set(titles_of(response))


def test_a_municipality_finds_its_own_and_national_offers(client, vejle):
    assert titles(client.get("/find-tilbud/", HTTP_HOST="vejle.localhost")) == {
        "Kaffestuen",
        "Madskuret",
        "Landslinjen",
    }


def test_the_portal_finds_everything(client, vejle):
    assert titles(client.get("/find-tilbud/")) == {"Kaffestuen", "Madskuret", "Landslinjen", "Naboen"}


def test_words_and_choices_narrow(client, vejle):
    assert titles(client.get("/find-tilbud/", {"q": "kaffestuen"})) == {"Kaffestuen"}
    assert titles(client.get("/find-tilbud/", {"behov": "ensomhed", "gratis": "ja"})) == {"Kaffestuen"}


def test_a_choice_stands_as_a_chip_that_can_be_removed(client, vejle):
    response = client.get("/find-tilbud/?behov=ensomhed&gratis=ja&q=kaffestuen")
    soup = BeautifulSoup(response.content, "html.parser")
    chips = {chip.get_text(" ", strip=True): chip["href"] for chip in soup.select("a.tag")}
    ensomhed = next(href for label, href in chips.items() if "Ensomhed" in label)
    assert "behov" not in ensomhed
    assert "gratis=ja" in ensomhed
    assert "q=kaffestuen" in ensomhed


def test_links_stay_on_the_municipality_s_site(client, vejle):
    response = client.get("/find-tilbud/", HTTP_HOST="vejle.localhost")
    soup = BeautifulSoup(response.content, "html.parser")
    links = {a.get_text(strip=True): a["href"] for a in soup.select(".card-heading a")}
    assert links["Kaffestuen"] == "/kirkens-korshaer/kaffestuen/"
    assert links["Landslinjen"] == "/hele-landet/landet/landslinjen/"
    for href in links.values():
        assert client.get(href, HTTP_HOST="vejle.localhost").status_code == 200


def test_a_national_offer_names_one_canonical_address(client, vejle):
    response = client.get("/hele-landet/landet/landslinjen/", HTTP_HOST="vejle.localhost")
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one("link[rel=canonical]")["href"].endswith("localhost/hele-landet/landet/landslinjen/")
    assert "fra Vejle" in text_of(response)


def test_another_municipality_s_offer_is_not_on_this_site(client, vejle):
    naboen = OfferPage.objects.get(title="Naboen")
    path = naboen.url_path.split("/", 3)[3]
    assert client.get(f"/{path}", HTTP_HOST="vejle.localhost").status_code == 404


def test_an_unpublished_offer_is_not_shown_even_by_a_stale_index(client, vejle):
    OfferPage.objects.filter(title="Kaffestuen").update(live=False)
    response = client.get("/find-tilbud/", {"q": "kaffestuen"})
    assert response.status_code == 200
    assert titles(response) == set()


@pytest.mark.parametrize("query", HOSTILE)
def test_no_address_is_a_server_error(client, vejle, query):
    assert client.get(f"/find-tilbud/?{query}").status_code == 200


def test_what_was_not_understood_is_named(client, vejle):
    assert "findes-ikke" in text_of(client.get("/find-tilbud/?behov=findes-ikke"))


def test_nothing_typed_gets_out_of_its_quotes(client, vejle):
    response = client.get("/find-tilbud/", {"q": '"><script>alert(1)</script>', "behov": "<b>x</b>"})
    assert b"<script>alert" not in response.content
    assert b"<b>x" not in response.content


@pytest.mark.parametrize("path", ["/find-tilbud/", "/kort/"])
@pytest.mark.parametrize("number", ["2", "99999"])
def test_past_the_last_page_the_last_one_is_shown_with_a_word(client, vejle, committed, path, number):
    with committed():
        DropInCentreFactory(title="Lanternen", parent=OrganisationFactory(parent=vejle))
    response = client.get(f"{path}?side={number}")
    assert response.status_code == 200
    assert "Lanternen" in response.content.decode()
    assert ("Der er ikke flere sider." in response.content.decode()) == (path == "/find-tilbud/")
    assert "Der er ikke flere sider." not in client.get("/find-tilbud/").content.decode()


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/Find-Tilbud/?Q=Kaffe", "/find-tilbud/?Q=Kaffe"),
        ("/Vejle/Huset/", "/vejle/huset/"),
        ("/EN/Findes-Ikke/", "/en/findes-ikke/"),
        ("/\\Evil.example/", "/%5Cevil.example/"),
    ],
)
def test_capitals_in_an_address_lead_on_and_never_to_another_host(client, vejle, path, leads_to):
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (301, leads_to)


def test_two_slashes_before_capitals_name_no_other_host():
    request = RequestFactory().get("/")
    request.path = "//Evil.example/X"
    assert in_small_letters(request) == "/evil.example/x"


@pytest.mark.parametrize(("query", "said"), [("sted=9999", True), ("alder=abc", True), ("sted=7100&alder=20", False)])
def test_a_title_says_that_a_place_or_an_age_is_not_known(client, vejle, query, said):
    title = BeautifulSoup(client.get(f"/find-tilbud/?{query}").content, "html.parser").title.get_text(strip=True)
    assert title.startswith("Fejl:") == said


def test_files_are_asked_for_as_they_are_called(client, vejle):
    assert client.get("/media/Ikke-Her.jpg").status_code == 404


def test_an_owner_that_nobody_can_see_is_text_and_no_link(client, vejle, committed):
    owner = OrganisationFactory(title="Skjult forening", parent=vejle)
    with committed():
        offer = DropInCentreFactory(title="Lanternen", parent=owner)
    type(owner).objects.filter(pk=owner.pk).update(live=False)
    soup = BeautifulSoup(client.get(offer.url, HTTP_HOST="vejle.localhost").content, "html.parser")
    assert "Skjult forening" in soup.get_text()
    assert soup.find("a", string="Skjult forening") is None


def test_nothing_found_is_not_the_end(client, vejle):
    vejle.help_phone = "12345678"
    vejle.save()
    response = client.get("/find-tilbud/?behov=ensomhed&adgang=book", HTTP_HOST="vejle.localhost")
    assert response.status_code == 200
    assert "12\N{NO-BREAK SPACE}34\N{NO-BREAK SPACE}56\N{NO-BREAK SPACE}78" in response.content.decode()


def test_a_search_in_own_words_stays_out_of_caches_and_referrers(client, vejle):
    response = client.get("/find-tilbud/?q=angst")
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"
    assert "angst" not in BeautifulSoup(response.content, "html.parser").title.get_text()


def test_a_broken_index_is_a_designed_page_and_the_rest_works(client, vejle, tmp_path):
    vejle.help_phone = "12345678"
    vejle.save()
    shutil.rmtree(tmp_path / "index")
    response = client.get("/find-tilbud/?q=kaffe", HTTP_HOST="vejle.localhost")
    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "tel:+4512345678" in response.content.decode()
    assert "Kirkens Korshær" in text_of(response)
    assert client.get("/", HTTP_HOST="vejle.localhost").status_code == 200
    assert client.get("/kirkens-korshaer/kaffestuen/", HTTP_HOST="vejle.localhost").status_code == 200


def test_the_front_page_shows_the_editors_picks_that_are_still_there(client, vejle):
    shown, gone = OfferPage.objects.get(title="Kaffestuen"), OfferPage.objects.get(title="Madskuret")
    gone.unpublish()
    HomePick.objects.create(home=vejle.homepage_ptr, offer=shown)
    HomePick.objects.create(home=vejle.homepage_ptr, offer=gone)
    assert titles(client.get("/", HTTP_HOST="vejle.localhost")) == {"Kaffestuen"}


def test_an_unknown_page_is_a_calm_404(client, vejle):
    response = client.get("/findes-ikke/", HTTP_HOST="vejle.localhost")
    assert response.status_code == 404
    assert "Det er ikke din skyld" in text_of(response)


def test_visitors_get_no_cookie_and_a_strict_policy(client, vejle):
    for path in ("/", "/find-tilbud/?q=x", "/kirkens-korshaer/kaffestuen/"):
        response = client.get(path, HTTP_HOST="vejle.localhost")
        assert not response.cookies
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert "unsafe" not in response["Content-Security-Policy"]


QUERIES = {"/": 2, "/find-tilbud/": 2, "/kirkens-korshaer/": 9, "/kirkens-korshaer/kaffestuen/": 16}


@pytest.mark.parametrize("path", QUERIES)
def test_pages_take_a_fixed_number_of_queries(client, vejle, path, django_assert_num_queries, committed):
    portal()
    client.get(path, HTTP_HOST="vejle.localhost")
    with django_assert_num_queries(QUERIES[path]):
        client.get(path, HTTP_HOST="vejle.localhost")


def test_more_offers_with_more_facts_take_no_more_queries(client, vejle, committed, settings):
    def queries_with(number):
        owner = OrganisationFactory(parent=MunicipalityPage.objects.get(pk=vejle.pk))
        with committed():
            for n in range(number):
                offer = DropInCentreFactory(
                    title=f"Tilbud {n} af {number}", parent=owner, needs=[NeedFactory()], place=PlaceFactory()
                )
                offer.audiences = [OfferAudience(level="mainly", target_group=TargetGroupFactory())]
                offer.opening_hours = [OpeningHours(weekday=0, opens="10:00", closes="15:00")]
                offer.save_revision().publish()
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/find-tilbud/", HTTP_HOST="vejle.localhost").status_code == 200
        # What is counted of the searches is written when it is time, whoever asks.
        return len([one for one in seen if one["sql"].startswith("SELECT") and "directory_figure" not in one["sql"]])

    # Counts of searches are written now and then.
    settings.SEARCH_COUNTING = False
    queries_with(1)  # the words of the search are read once for all
    assert queries_with(1) == queries_with(8)


def test_only_find_tilbud_without_choices_is_for_search_engines(client, vejle):
    assert "X-Robots-Tag" not in client.get("/find-tilbud/").headers
    for asked in ("?behov=ensomhed", "?type=association", "?q=kaffe"):
        assert client.get(f"/find-tilbud/{asked}")["X-Robots-Tag"] == "noindex"


def test_pages_travel_packed(client, vejle):
    packed = client.get("/find-tilbud/", headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(client.get("/find-tilbud/").content) / 2
