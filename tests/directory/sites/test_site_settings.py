"""What a site's editors choose for the whole site, as visitors see it."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from cms.views.errors import server_error
from directory.colours import DARK_PAPER, LIGHT_PAPER, contrast
from directory.models import SiteSettings
from tests.factories import DropInCentreFactory, OrganisationFactory, PlaceFactory, TextPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chosen(municipality_site):
    """Sets something for the site."""

    def choose(**values):
        SiteSettings.objects.update_or_create(site=Site.objects.get(hostname="vejle.localhost"), defaults=values)

    return choose


def read(client, path="/", host="vejle.localhost"):
    return client.get(path, headers={"host": host})


def uploaded(file):
    """A picture as an editor uploads it: its sizes are remembered by what is in the file."""
    image = get_image_model().objects.create(title="Logo", file=file)
    image.get_file_hash()
    return image


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def sheets(response):
    return [link["href"] for link in soup_of(response).select("link[rel=stylesheet]")]


class TestTheme:
    def test_a_site_without_own_colours_has_one_stylesheet(self, client, chosen):
        for values in ({}, {"logo_alt": "x"}):
            chosen(**values)
            assert len(sheets(read(client))) == 1
            assert read(client, "/tema.css").status_code == 404

    def test_own_colours_come_for_light_and_dark_on_that_site_alone(self, client, chosen):
        chosen(main_colour="#005eb8")
        address = sheets(read(client))[-1]
        response = read(client, address)
        css = response.content.decode()
        assert response["Content-Type"] == "text/css; charset=utf-8"
        assert css.startswith(":root{--vv-primary:#005eb8;--vv-primary-dark:#")
        dark = css.split("@media screen and (prefers-color-scheme:dark)")[1].split("--vv-primary:")[1][:7]
        assert contrast(dark, DARK_PAPER) >= 7
        assert "--vv-link" not in css
        assert len(response.content) <= 400
        assert len(sheets(read(client, host="localhost"))) == 1

    def test_all_colours_are_small_too(self, client, chosen):
        chosen(
            main_colour="#005eb8",
            main_colour_in_dark="#99ccff",
            link_colour="#7a0019",
            link_colour_in_dark="#ffb3c1",
        )
        response = read(client, "/tema.css")
        assert len(response.content) <= 400
        for colour in ("#005eb8", "#99ccff", "#7a0019", "#ffb3c1"):
            assert colour in response.content.decode()

    def test_colours_for_the_dark_alone_leave_the_light_as_it_is(self, client, chosen):
        chosen(link_colour_in_dark="#ffb3c1")
        assert (
            read(client, "/tema.css").content.decode()
            == "@media screen and (prefers-color-scheme:dark){:root{--vv-link:#ffb3c1}}"
        )

    def test_the_address_changes_with_the_colours_and_only_it_is_kept_for_ever(self, client, chosen):
        chosen(main_colour="#005eb8")
        first = sheets(read(client))[-1]
        assert "immutable" in read(client, first)["Cache-Control"]
        chosen(main_colour="#7a0019")
        assert sheets(read(client))[-1] != first
        stale = read(client, first)
        assert stale["Cache-Control"] == "public, max-age=60"
        assert b"#7a0019" in stale.content
        assert not stale.cookies
        assert "default-src 'none'" in stale["Content-Security-Policy"]

    @pytest.mark.parametrize("colour", ["red;}", "url(x)", "#fff}*{"])
    def test_what_is_no_colour_never_gets_into_the_stylesheet(self, client, chosen, colour):
        chosen(main_colour=colour, link_colour="#005eb8")
        assert len(sheets(read(client))) == 1
        assert read(client, "/tema.css").status_code == 404

    def test_the_pages_of_other_types_carry_it_too(self, client, chosen, municipality_site):
        chosen(main_colour="#005eb8")
        for path in ("/hjaelp-nu/", "/findes-ikke/", "/en/"):
            assert "/tema.css?v=" in sheets(read(client, path))[-1]


@pytest.mark.parametrize(
    "colour",
    ["red", "#fff", "#005eb8;}", "#0;}a{", "url(x)", "#00５eb8", "x" * 200, "</style>", "expression(1)", "#12345g"],
)
@pytest.mark.parametrize("field", ["main_colour", "main_colour_in_dark", "link_colour", "link_colour_in_dark"])
def test_nothing_but_a_colour_is_taken(municipality_site, field, colour):
    with pytest.raises(ValidationError) as refused:
        SiteSettings(site=Site.objects.get(hostname="vejle.localhost"), **{field: colour}).full_clean()
    assert set(refused.value.error_dict) == {field}


def test_a_colour_may_be_written_in_capitals(municipality_site):
    row = SiteSettings(site=Site.objects.get(hostname="vejle.localhost"), main_colour="#005EB8")
    row.full_clean()
    assert row.main_colour == "#005eb8"


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"main_colour": "#ffcc00"}, "main_colour", "For lys: Kontrasten er 1,3 til 1, og ord skal have 4,5 til 1."),
        ({"link_colour": "#777777"}, "link_colour", "For lys: Kontrasten er 3,9 til 1"),
        ({"main_colour_in_dark": "#0b5a54"}, "main_colour_in_dark", "For mørk: Kontrasten er 1,9 til 1"),
        ({"link_colour_in_dark": "#004d99"}, "link_colour_in_dark", "For mørk:"),
    ],
)
def test_a_colour_that_can_not_be_read_is_refused_with_figures_and_the_nearest_that_can(
    municipality_site, values, field, said
):
    site = Site.objects.get(hostname="vejle.localhost")
    with pytest.raises(ValidationError) as refused:
        SiteSettings(site=site, **values).full_clean()
    with translation.override("da"):
        message = refused.value.message_dict[field][0]
    assert message.startswith(said)
    nearest = message.rsplit(" ", 1)[1].rstrip(".")
    SiteSettings(site=site, **{field: nearest}).full_clean()
    paper = DARK_PAPER if "dark" in field else LIGHT_PAPER
    assert contrast(nearest, paper) >= 4.5


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://www.rejseplanen.dk/",
        "//rejseplanen.dk/",
        "https://{address}.example.org/",
        "https://user@example.org/",
        "https://example.org/?q={adresse}",
        "https://example.org/?q={address}&x={0.__class__}",
        "https://example.org/ x",
        "https://[/",
        "data:text/html,x",
    ],
)
def test_no_other_address_than_a_web_page_with_a_hole_for_the_address_is_a_planner(municipality_site, address):
    with pytest.raises(ValidationError) as refused:
        SiteSettings(site=Site.objects.get(hostname="vejle.localhost"), planner_url=address).full_clean()
    assert set(refused.value.error_dict) == {"planner_url"}


def test_an_offer_links_to_the_planner_of_the_site(client, municipality_site, chosen):
    place = PlaceFactory(street="Søndergade 4, 2. th.", postal_code="7100", city="Vejle & omegn")
    owner = OrganisationFactory(title="Huset", parent=municipality_site)
    offer = DropInCentreFactory(title="Kaffe", parent=owner, place=place)

    def link():
        return soup_of(read(client, "/huset/kaffe/")).select_one('.vv-route a[rel="noreferrer"]')

    assert link()["href"] == "https://www.rejseplanen.dk/"
    chosen(planner_url="https://rejser.example.org/til?adresse={address}")
    assert link()["href"] == (
        "https://rejser.example.org/til?adresse=S%C3%B8ndergade%204%2C%202.%20th.%2C%207100%20Vejle%20%26%20omegn"
    )
    chosen(planner_url='https://rejser.example.org/"onclick="x')
    assert link()["href"] == 'https://rejser.example.org/"onclick="x'
    assert not link().has_attr("onclick")
    chosen(planner_url="")
    assert link() is None
    chosen(planner_url="https://rejser.example.org/{address}")
    place.visibility = "secret"
    place.save()
    assert "rejser.example.org" not in read(client, "/huset/kaffe/").content.decode()
    assert offer.place_id == place.pk


class TestStatement:
    URL = "https://was.digst.dk/vejviser-vejle-dk"

    @pytest.mark.parametrize("path", ["/was", "/was/", "/en/was"])
    def test_the_short_address_leads_to_the_official_statement(self, client, chosen, path):
        chosen(was_url=self.URL)
        response = read(client, path)
        assert (response.status_code, response["Location"]) == (302, self.URL)

    def test_without_one_it_leads_to_what_the_site_says_itself(self, client, municipality_site):
        TextPageFactory(parent=municipality_site, title="Tilgængelighed", slug="tilgaengelighed", role="accessibility")
        assert read(client, "/was")["Location"] == "/tilgaengelighed/"

    def test_without_either_it_is_not_there(self, client, municipality_site):
        assert read(client, "/was/").status_code == 404

    def test_the_footer_leads_to_it_where_the_site_has_no_page_of_its_own(self, client, chosen):
        chosen(was_url=self.URL)
        assert soup_of(read(client)).select_one('footer a[href="/was"], footer a[href="/was/"]')

    def test_the_page_on_accessibility_tells_where_it_is_and_whom_to_ask(self, client, municipality_site, chosen):
        TextPageFactory(parent=municipality_site, title="Tilgængelighed", slug="adgang", role="accessibility")
        chosen(was_url=self.URL, was_phone="12345678", was_email="a@example.org", was_reviewed_on="2026-11-03")
        main = soup_of(read(client, "/adgang/")).main
        assert {link["href"] for link in main.select("a")} == {self.URL, "tel:+4512345678", "mailto:a@example.org"}
        assert "Set igennem den 3. november 2026." in main.text

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org/",
            "http://was.digst.dk/x",
            "https://was.digst.dk.example.org/x",
            "https://was.digst.dk@example.org/",
            "javascript:alert(1)",
        ],
    )
    def test_visitors_are_sent_nowhere_else(self, municipality_site, url):
        with pytest.raises(ValidationError) as refused:
            SiteSettings(site=Site.objects.get(hostname="vejle.localhost"), was_url=url).full_clean()
        assert set(refused.value.error_dict) == {"was_url"}


# Wagtail leaves the file to be closed by itself when it makes a picture's size for the first time.
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
class TestLogo:
    @pytest.fixture
    def logo(self):
        return uploaded(get_test_image_file(size=(1000, 500)))

    def test_it_stands_in_the_place_of_the_mark(self, client, chosen, logo):
        assert soup_of(read(client)).select_one(".vv-brand svg")
        chosen(logo=logo, logo_alt='Vejle "Kommune"')
        brand = soup_of(read(client)).select_one(".vv-brand")
        assert brand.img["alt"] == 'Vejle "Kommune"'
        assert int(brand.img["height"]) <= 96
        assert brand.img["src"].startswith("/media/")
        assert brand.svg is None

    def test_it_asks_for_nothing_more_once_it_was_shown(self, client, chosen, logo, django_assert_num_queries):
        chosen(logo=logo)
        read(client)
        with django_assert_num_queries(2):
            read(client)


def test_the_error_page_asks_the_database_for_nothing(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert server_error(rf.get("/")).status_code == 500
