"""What the search page says about the words it was given, and how each reading is taken back; all by plain links."""

import pytest
from bs4 import BeautifulSoup

from directory.facets import FACETS
from directory.find.filters import MAX_NARROWING
from directory.templatetags.offers import marked
from search import Piece
from tests.factories import (
    DropInCentreFactory,
    FindOffersFactory,
    MunicipalityFactory,
    NationalBranchFactory,
    OrganisationFactory,
)

pytestmark = pytest.mark.django_db
#: Fewer offers than this, and the search gives the wish up.
ENOUGH = 12


@pytest.fixture
def portal_with_choirs(index, committed):
    """Choirs enough in Randers and Vejle that nobody has to loosen anything, half of those in Randers free."""
    with committed():
        FindOffersFactory()
        NationalBranchFactory()
        for name, lat, lon in (("Randers", 56.46, 10.03), ("Vejle", 55.71, 9.54)):
            place = MunicipalityFactory(title=name, slug=name.lower(), lat=lat, lon=lon, made_up=False)
            owner = OrganisationFactory(parent=place)
            for n in range(ENOUGH * 2):
                DropInCentreFactory(title=f"{name} kor {n}", teaser="Syng", parent=owner, free="yes" if n % 2 else "no")


def shown(client, address):
    return BeautifulSoup(client.get(address).content, "html5lib")


def chips(soup):
    return {
        chip.get_text(" ", strip=True).removeprefix("Fjern valget: "): chip["href"] for chip in soup.select("a.tag")
    }


def total(soup):
    return int(soup.select_one("#hits").get_text().split()[0])


def headings(soup):
    return [heading.get_text(" ", strip=True) for heading in soup.select(".card-heading")]


def hints(soup):
    return [" ".join(hint.get_text(" ").split()) for hint in soup.select("main .vv-hint")]


def test_each_place_and_wish_is_a_chip_that_takes_back_just_that(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=gratis+kor+i+Randers")
    # A wish lifts and leaves nothing out: those that are free come first.
    assert total(soup) == ENOUGH * 2
    assert all(int(name.rpartition(" ")[2]) % 2 for name in headings(soup)[:ENOUGH])
    assert set(chips(soup)) >= {"Fra din tekst: Gratis", "Fra din tekst: Randers"}

    anywhere = shown(client, "/find-tilbud/" + chips(soup)["Fra din tekst: Randers"])
    assert total(anywhere) == ENOUGH * 4
    assert "Fra din tekst: Gratis" in chips(anywhere)
    assert "Fra din tekst: Randers" not in chips(anywhere)
    # What was named still comes first.
    assert "Randers" in anywhere.select_one(".card-heading").get_text()

    neither = shown(client, "/find-tilbud/" + chips(anywhere)["Fra din tekst: Gratis"])
    assert total(neither) == ENOUGH * 4


def test_a_choice_made_afterwards_keeps_what_was_taken_back(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=kor+i+Randers&ikke=i+Randers")
    assert [field["value"] for field in soup.select("input[type=hidden][name=ikke][form=find]")] == ["i Randers"]


def test_what_was_taken_back_can_be_read_again(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=kor+i+Randers&ikke=i+Randers")
    again = soup.find("a", string="Læs det som et ønske")
    assert "Fra din tekst: Randers" in chips(shown(client, "/find-tilbud/" + again["href"]))


def test_what_no_longer_stands_in_the_text_is_forgotten(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=kor&ikke=i+Randers")
    assert not soup.select("input[name=ikke]")
    assert not any("Randers" in hint for hint in hints(soup))


def test_all_choices_go_and_the_words_stay(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=gratis+kor+i+Randers&kommune=vejle")
    link = soup.find("a", string="Fjern alle valg")
    cleared = shown(client, "/find-tilbud/" + link["href"])
    assert chips(cleared) == {}
    assert cleared.select_one("input[name=q]")["value"] == "gratis kor i Randers"


def test_a_wish_whose_facet_was_chosen_by_hand_is_no_chip(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=kor+i+Randers&kommune=vejle")
    assert not any("Fra din tekst" in label for label in chips(soup))


def test_a_wish_that_nobody_meets_leaves_out_nothing(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=kor+uden+aftale")
    assert total(soup) == ENOUGH * 4
    assert any(label.startswith("Fra din tekst: ") for label in chips(soup))


def test_what_a_looser_search_finds_stands_apart_and_in_no_count(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=kor+i+Randers&adgang=drop_in")
    assert total(soup) == 0
    assert soup.select_one("#more").get_text() == "Måske også"
    assert "De passer ikke med dit valg: Du kan bare komme." in " ".join(hints(soup))
    assert len(headings(soup)) > 0


def test_enough_hits_have_nothing_beside_them(client, portal_with_choirs):
    assert shown(client, "/find-tilbud/?q=kor+i+Randers").select_one("#more") is None


def test_a_corrected_text_is_shown_and_what_was_typed_is_one_click_away(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=rannders+kor")
    assert any(hint.startswith("Vi viser tilbud om randers kor") for hint in hints(soup))
    link = soup.find("a", href=lambda href: href and "praecis=ja" in href)
    assert link.get_text() == "Søg i stedet efter “rannders kor”"

    exactly = shown(client, "/find-tilbud/" + link["href"])
    assert total(exactly) == 0
    back = exactly.find("a", string="Søg også efter ord, der ligner")
    assert "praecis" not in back["href"]


def test_what_was_found_by_is_marked(client, portal_with_choirs):
    soup = shown(client, "/find-tilbud/?q=koret")
    assert soup.select_one(".card-heading mark").get_text() == "kor"
    assert not shown(client, "/find-tilbud/").select("mark")


@pytest.mark.parametrize("bad", ["<script>alert(1)</script>", "\"'><img src=x onerror=y>", "&lt;b&gt;", "{{ x }}"])
def test_marks_escape_each_piece_by_itself(bad):
    html = marked((Piece(bad), Piece(bad, marked=True)))
    soup = BeautifulSoup(html, "html5lib")
    assert soup.body.get_text() == bad * 2
    assert [tag.name for tag in soup.body.find_all()] == ["mark"]


def test_hostile_titles_and_words_stay_text(client, index, committed):
    with committed():
        FindOffersFactory()
        DropInCentreFactory(title="<b>Kor</b> & <script>kor</script>", teaser="kor <img src=x>")
    soup = shown(client, "/find-tilbud/?q=kor+<script>x</script>&ikke=<script>x</script>")
    heading = soup.select_one(".card-heading a")
    assert heading.get_text() == "<b>Kor</b> & <script>kor</script>"
    assert {tag.name for tag in heading.find_all()} == {"mark"}
    assert soup.select_one("input[name=ikke]")["value"] == "<script>x</script>"


def test_more_choices_than_one_search_can_be_narrowed_by_are_named_and_left_out(client, portal_with_choirs):
    most = "&".join(f"{fact.param}=ja" for fact in FACETS.facts[:MAX_NARROWING])
    assert not [hint for hint in hints(shown(client, f"/find-tilbud/?{most}")) if "flere valg" in hint]
    beyond = FACETS.facts[MAX_NARROWING]
    soup = shown(client, f"/find-tilbud/?{most}&{beyond.param}=ja")
    (said,) = [hint for hint in hints(soup) if "flere valg" in hint]
    assert said.endswith(f"Vi søgte uden disse: {beyond.label}")
    assert str(beyond.label) not in chips(soup)
    assert len(chips(soup)) == MAX_NARROWING
