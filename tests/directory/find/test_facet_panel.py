"""A group with many choices is short until somebody asks for all of it: a plain button of the search form."""

import pytest
from bs4 import BeautifulSoup

from directory.find.panel import MAX_OPTIONS_FOLDED, MAX_OPTIONS_SHOWN
from tests.factories import DropInCentreFactory, FindOffersFactory, NeedFactory

pytestmark = pytest.mark.django_db
MANY = MAX_OPTIONS_FOLDED + 5


@pytest.fixture
def with_many_needs(index, committed):
    """An offer for every need there is."""
    with committed():
        FindOffersFactory()
        needs = [NeedFactory(name=f"Behov {n}", slug=f"behov-{n}") for n in range(MANY)]
        DropInCentreFactory(needs=needs, free="yes")


def shown(client, query=""):
    return BeautifulSoup(client.get(f"/find-tilbud/{query}").content, "html5lib")


def boxes(soup):
    return soup.select("input[name=behov]")


def test_a_long_group_shows_a_few_and_says_how_many_there_are(client, with_many_needs):
    soup = shown(client)
    assert len(boxes(soup)) == MAX_OPTIONS_SHOWN
    button = soup.select_one("button[name=alle]")
    assert button["value"] == "behov"
    assert button.get_text().startswith(f"Vis alle {MANY}")


def test_what_was_chosen_always_stands_there(client, with_many_needs):
    soup = shown(client, f"?behov=behov-{MANY - 1}")
    assert [box["value"] for box in boxes(soup) if box.has_attr("checked")] == [f"behov-{MANY - 1}"]


def test_asking_for_all_keeps_the_choices_and_opens_the_group(client, with_many_needs):
    soup = shown(client, "?alle=behov&gratis=ja")
    assert len(boxes(soup)) == MANY
    assert soup.select_one("details.vv-facets").has_attr("open")
    assert soup.select_one("#facet-behov").find_parent("details").has_attr("open")
    assert soup.select_one("input[name=gratis]").has_attr("checked")
    assert not soup.select("button[name=alle]")


def test_the_button_sends_the_form_and_leads_to_the_group(client, with_many_needs):
    button = shown(client).select_one("button[name=alle]")
    assert button["form"] == "find"
    assert button["formaction"] == "/find-tilbud/#facet-behov"


@pytest.mark.parametrize("asked", ["findes-ikke", "", "behov%00", "type"])
def test_other_groups_are_shown_as_ever(client, with_many_needs, asked):
    assert len(boxes(shown(client, f"?alle={asked}"))) == MAX_OPTIONS_SHOWN


def test_the_order_that_was_chosen_is_kept_by_the_form(client, with_many_needs):
    soup = shown(client, "?sorter=nyeste&ukendt=ja&gratis=ja")
    kept = {field["name"]: field["value"] for field in soup.select("input[type=hidden][form=find]")}
    assert kept == {"ukendt": "ja"}
    (chosen,) = soup.select("select[name=sorter] option[selected]")
    assert chosen["value"] == "nyeste"
