"""Pages of text: what visitors read, in which language, and what the frame links to."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from directory.models import TextPage
from tests.directory.reading import text_of
from tests.factories import DropInCentreFactory, OrganisationFactory, TextPageFactory, portal

pytestmark = pytest.mark.django_db

BODY = [
    ("heading", "Hvem står bag?"),
    ("text", "<p>Det gør <b>vi</b>.</p>"),
    ("list", ["Et punkt", "Et til"]),
    ("steps", ["Først", "Så"]),
]


def read(client, path, host="vejle.localhost"):
    return client.get(path, headers={"host": host})


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def footer_links(response):
    return {link.get_text(strip=True): link["href"] for link in soup_of(response).select("footer a")}


def test_each_block_is_what_it_says(client, municipality_site):
    TextPageFactory(parent=municipality_site, title="Om", lead="Kort fortalt.", body=BODY)
    article = soup_of(read(client, "/om/")).article
    assert article.h1.text == "Om"
    assert article.h2.text == "Hvem står bag?"
    assert [item.text for item in article.select("ul li")] == ["Et punkt", "Et til"]
    assert [item.text for item in article.select("ol li")] == ["Først", "Så"]
    assert article.b.text == "vi"


def test_what_an_editor_writes_stays_text(client, municipality_site):
    hostile = "<script>alert(1)</script>"
    TextPageFactory(
        parent=municipality_site, title="Om", body=[("heading", hostile), ("list", [hostile]), ("steps", [hostile])]
    )
    response = read(client, "/om/")
    assert b"<script>alert" not in response.content
    assert text_of(response).count(hostile) == 3


def test_english_pages_show_english_where_it_was_written(client, municipality_site):
    TextPageFactory(
        parent=municipality_site,
        title="Om",
        body=BODY,
        title_en="About",
        body_en=[("text", "<p>It is us.</p>")],
        lead_en="Soon.",
    )
    article = soup_of(read(client, "/en/om/")).article
    assert (article["lang"], article.h1.text) == ("en", "About")
    assert "It is us." in article.text
    assert "Hvem" not in article.text
    assert soup_of(read(client, "/om/")).article["lang"] == "da"


def test_english_pages_show_danish_and_say_so_where_it_was_not(client, municipality_site):
    TextPageFactory(parent=municipality_site, title="Om", body=BODY, title_en="About")
    article = soup_of(read(client, "/en/om/")).article
    assert (article["lang"], article.h1.text) == ("da", "Om")


def test_the_footer_leads_to_the_pages_that_the_site_has(client, municipality_site):
    assert "Hvem står bag" not in footer_links(read(client, "/"))
    TextPageFactory(parent=municipality_site, title="Om os", role="about")
    TextPageFactory(parent=municipality_site, title="Let at læse", slug="let", role="easy_read")
    TextPageFactory(parent=municipality_site, title="Kladde", slug="kladde", role="privacy", live=False)
    TextPageFactory(parent=municipality_site, title="Noget andet")
    links = footer_links(read(client, "/"))
    assert links["Hvem står bag"] == "/om-os/"
    assert links["Let at læse"] == "/let/"
    assert {"Sådan passer vi på dig", "Tilgængelighedserklæring", "Noget andet"}.isdisjoint(links)
    assert footer_links(read(client, "/en/"))["Who is behind it"] == "/en/om-os/"


def test_a_site_links_to_its_own_pages_only(client, municipality_site):
    TextPageFactory(parent=portal(), title="Portalens", role="about")
    TextPageFactory(title="Naboens", role="privacy")
    assert {"Hvem står bag", "Sådan passer vi på dig"}.isdisjoint(footer_links(read(client, "/")))
    assert footer_links(read(client, "/", "localhost"))["Hvem står bag"] == "/portalens/"


def test_links_of_the_footer_carry_the_visitors_list(client, municipality_site):
    TextPageFactory(parent=municipality_site, title="Om", role="about")
    listed = DropInCentreFactory(parent=OrganisationFactory(parent=municipality_site)).pk
    assert footer_links(read(client, f"/?liste={listed}"))["Hvem står bag"] == f"/om/?liste={listed}"


def test_the_first_of_two_pages_of_a_role_is_the_one_that_is_linked(client, municipality_site):
    TextPageFactory(parent=municipality_site, title="Den gamle", role="about")
    TextPageFactory(title="Den nye", role="about").move(municipality_site, pos="last-child")
    assert footer_links(read(client, "/"))["Hvem står bag"] == "/den-gamle/"


def test_the_page_on_traces_leaves_none(client, municipality_site):
    TextPageFactory(parent=municipality_site, title="Slet dine spor", slug="historik", role="history")
    response = read(client, "/historik/")
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "spor" not in soup_of(response).title.text
    assert soup_of(response).select_one("[data-exit]")
    assert soup_of(read(client, "/hjaelp-nu/")).select_one('main a[href="/historik/"]')


def test_other_texts_may_be_kept_by_caches(client, municipality_site):
    TextPageFactory(parent=municipality_site, title="Om", role="about")
    response = read(client, "/om/")
    assert "no-store" not in response.get("Cache-Control", "")
    assert not response.cookies


def test_text_pages_take_no_more_queries_for_what_the_frame_links_to(
    client, municipality_site, django_assert_num_queries
):
    for role in ("about", "privacy", "accessibility", "easy_read", "history"):
        TextPageFactory(parent=municipality_site, title=role, role=role)
    read(client, "/about/")
    with django_assert_num_queries(4):
        read(client, "/about/")


@pytest.mark.parametrize("field", ["title", "lead", "body", "title_en", "lead_en", "body_en"])
def test_a_civil_registration_number_is_refused_wherever_it_stands(municipality_site, field):
    page = TextPageFactory(parent=municipality_site, title="Om")
    cpr = "Skriv til 010190-1234"
    setattr(page, field, [("list", [cpr])] if field.startswith("body") else cpr)
    with pytest.raises(ValidationError) as refused:
        TextPage.full_clean(page)
    assert set(refused.value.error_dict) == {field}
