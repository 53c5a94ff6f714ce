"""The cards of a front page: those that help here, each with a lasting page, and a municipality's own among them."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from directory.answers import Level
from directory.landing.choice import Choice, helping
from directory.landing.front_page import MAX_SHOWN, empty_cards
from directory.models import OfferAudience, StartCard
from directory.sites.scope import scope_of
from search import Query, engine
from tests.directory.reading import get, titles_of
from tests.factories import OFFER_FACTORIES, DropInCentreFactory, NeedFactory, TargetGroupFactory

pytestmark = pytest.mark.django_db


def card(label, *needs, municipality=None, groups=(), **facts):
    made = StartCard.objects.create(label=label, municipality=municipality, **facts)
    made.needs.set(needs)
    made.target_groups.set(groups)
    return made


def cards_on(response) -> dict[str, str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return {a.get_text(strip=True): a["href"] for a in soup.select(".vv-needs a")}


@pytest.fixture
def town(owner, committed):
    """A municipality with an offer for loneliness, one for fear, and none for housing."""
    lonely, fear = NeedFactory(name="Ensomhed"), NeedFactory(name="Angst")
    NeedFactory(name="Bolig")
    with committed():
        DropInCentreFactory(title="Kaffestuen", parent=owner, needs=[lonely])
        OFFER_FACTORIES["peer_offer"](title="Mod på mere", parent=owner, needs=[fear, lonely])
    return {"lonely": lonely, "fear": fear}


def test_a_card_of_one_need_leads_to_the_page_of_the_need_and_one_of_several_to_a_page_of_its_own(client, vejle, town):
    card("Angst", town["fear"])
    card("Nogen at være sammen med", town["fear"], town["lonely"])
    shown = cards_on(get(client, "/"))
    assert shown == {"Angst": "/behov/angst/", "Nogen at være sammen med": "/valg/nogen-at-vaere-sammen-med/"}
    page = get(client, shown["Nogen at være sammen med"])
    # Both are for nothing but what was chosen.
    assert titles_of(page) == ["Kaffestuen", "Mod på mere"]
    assert "Nogen at være sammen med" in BeautifulSoup(page.content, "html.parser").h1.get_text()


def test_a_card_of_a_kind_has_offers_of_that_kind_alone(client, vejle, town):
    card("Et sted at være", kinds="drop_in_centre")
    assert titles_of(get(client, cards_on(get(client, "/"))["Et sted at være"])) == ["Kaffestuen"]


def test_a_card_without_an_offer_here_is_hidden_until_there_is_one(client, vejle, town, owner, committed):
    home = NeedFactory(name="Bolig")
    made = card("Et sted at bo", home)
    assert cards_on(get(client, "/")) == {}
    assert empty_cards(vejle) == [made]
    with committed():
        DropInCentreFactory(title="Boligen", parent=owner, needs=[home])
    assert list(cards_on(get(client, "/"))) == ["Et sted at bo"]
    assert empty_cards(vejle) == []


def test_while_the_search_is_out_every_card_is_there(client, vejle, town, tmp_path):
    card("Et sted at bo", NeedFactory(name="Bolig"))
    (tmp_path / "index").rename(tmp_path / "gone")
    assert list(cards_on(get(client, "/"))) == ["Et sted at bo"]


def test_a_municipalitys_own_card_takes_the_place_of_the_common_one_or_leaves_it_out(client, vejle, town):
    for label in ("Ensom", "Bange"):
        card(label, town["lonely"])
    card("Ensom", town["fear"], municipality=vejle)
    card("Bange", town["fear"], municipality=vejle, shown=False)
    assert cards_on(get(client, "/")) == {"Ensom": "/behov/angst/"}
    assert set(cards_on(get(client, "/", "localhost"))) == {"Ensom", "Bange"}


def test_cards_beyond_those_in_sight_are_folded_below_them(client, vejle, town):
    most = MAX_SHOWN[StartCard.Group.NEED]
    for number in range(most + 2):
        card(f"Valg {number}", town["lonely"], order=number)
    soup = BeautifulSoup(get(client, "/").content, "html.parser")
    assert len(soup.select("details .vv-needs a")) == 2
    assert len(soup.select(".vv-needs a")) == most + 2


@pytest.mark.parametrize("path", ["/valg/findes-ikke/", "/valg/intet/", "/valg/randers/"])
def test_a_card_that_is_not_here_or_chooses_nothing_has_no_page(client, vejle, town, path):
    card("Intet")
    assert get(client, path).status_code == 404


def test_a_card_about_what_tells_much_leaves_no_trace(client, vejle, town):
    card("Nogen gør mig ondt", NeedFactory(name="Vold", slug="vold"), town["fear"])
    page = get(client, "/valg/nogen-goer-mig-ondt/")
    assert page.headers["Cache-Control"] == "no-store"
    assert "ondt" not in BeautifulSoup(page.content, "html.parser").title.get_text()


def test_the_database_finds_for_a_choice_what_the_search_finds(vejle, owner, committed):
    young, old, ill = (TargetGroupFactory(name=name) for name in ("Unge", "Ældre", "Syge"))
    teens = TargetGroupFactory(name="Teenagere", parent=young)
    above = NeedFactory(name="Tanker")
    below = NeedFactory(name="Angst", parent=above)
    told = {
        "for alle": [(Level.OPEN, None)],
        "for alle, mest unge": [(Level.OPEN, None), (Level.MAINLY, young)],
        "kun teenagere": [(Level.ONLY, teens)],
        "kun ældre, for alle ældre": [(Level.OPEN, None), (Level.ONLY, old)],
        "siger intet": [],
    }
    with committed():
        for title, audiences in told.items():
            offer = DropInCentreFactory(title=title, parent=owner, needs=[below])
            offer.audiences = [OfferAudience(level=level, target_group=group) for level, group in audiences]
            offer.save()
        OFFER_FACTORIES["peer_offer"](title="uden behov", parent=owner)
    for choice in (
        *(Choice(groups=(group.slug,)) for group in (young, teens, old, ill)),
        *(Choice(needs=(need.slug,)) for need in (above, below)),
        Choice(kinds=("peer_offer",)),
        Choice(needs=(above.slug,), groups=(young.slug,), kinds=("drop_in_centre",)),
    ):
        found = engine().search(Query(scope=scope_of(vejle), facets=choice.facets, size=50))
        assert {f"offer:{key}" for key in helping(choice, vejle)} == set(found.ids), choice


def test_two_cards_of_one_front_page_have_different_words():
    StartCard.objects.create(label="Ro")
    with pytest.raises(ValidationError):
        StartCard(label="Ro").full_clean()


def test_offers_for_groups_that_nobody_chose_stand_after_those_for_all(vejle, owner, committed):
    need, group = NeedFactory(name="Samtale"), TargetGroupFactory(name="Grønlændere")
    levels = {"A kun": Level.ONLY, "B mest": Level.MAINLY, "C alle": Level.OPEN}
    keys = {}
    with committed():
        for title, level in levels.items():
            offer = DropInCentreFactory(title=title, parent=owner, needs=[need])
            offer.audiences = [OfferAudience(level=level, target_group=None if level == Level.OPEN else group)]
            offer.save()
            keys[offer.pk] = title
    order = lambda choice: [keys[key] for key in helping(choice, vejle)]  # noqa: E731
    assert order(Choice(needs=("samtale",))) == ["C alle", "B mest", "A kun"]
    assert order(Choice(needs=("samtale",), groups=(group.slug,))) == ["A kun", "B mest", "C alle"]
