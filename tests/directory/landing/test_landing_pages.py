"""The page of a need or a target group: what it is, and who helps with it."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from directory.landing.page import MAX_CARDS
from directory.models import LandingText
from tests.directory.reading import get, titles_of, words_of
from tests.factories import (
    DropInCentreFactory,
    MunicipalityFactory,
    NeedFactory,
    OrganisationFactory,
    TargetGroupFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def offers(owner, committed):
    need = NeedFactory(name="Ensomhed", slug="ensomhed")
    NeedFactory(name="Nye venner", slug="nye-venner")
    with committed():
        DropInCentreFactory(title="Kaffestuen", parent=owner, needs=[need])
        DropInCentreFactory(title="Madskuret", parent=owner)
        elsewhere = OrganisationFactory(parent=MunicipalityFactory(slug="randers"))
        DropInCentreFactory(title="Naboen", parent=elsewhere, needs=[need])
    return need


def test_the_offers_of_the_site_are_shown_and_all_choices_are_a_link_away(client, offers):
    response = get(client, "/behov/ensomhed/")
    assert titles_of(response) == ["Kaffestuen"]
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one('a[href="/find-tilbud/?behov=ensomhed"]')
    assert soup.select_one('a[href="/behov/nye-venner/"]')


def test_a_target_group_has_one_too(client, vejle):
    TargetGroupFactory(name="Unge", slug="unge")
    assert "Vi kender ikke noget tilbud" in words_of(get(client, "/maalgruppe/unge/"))


def test_the_municipality_s_own_words_stand_before_everybody_s(client, offers, vejle):
    LandingText.objects.create(need=offers, lead="Til alle.")
    assert "Til alle." in words_of(get(client, "/behov/ensomhed/"))
    LandingText.objects.create(need=offers, lead="Til dig i Vejle.", municipality=vejle)
    assert "Til dig i Vejle." in words_of(get(client, "/behov/ensomhed/"))
    assert "Til alle." in words_of(get(client, "/behov/ensomhed/", "localhost"))


def test_a_word_that_tells_much_leaves_no_trace(client, offers):
    NeedFactory(name="Vold", slug="vold")
    response = get(client, "/behov/vold/")
    assert response.headers["Cache-Control"] == "no-store"
    assert "Vold" not in BeautifulSoup(response.content, "html.parser").title.get_text()
    assert "public" in get(client, "/behov/ensomhed/").headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/behov/findes-ikke/", "/maalgruppe/x/", "/behov/"])
def test_a_word_that_does_not_exist_is_not_there(client, offers, path):
    assert get(client, path).status_code == 404


def test_without_an_index_the_offers_are_there_and_the_choices_are_not(client, offers, tmp_path):
    (tmp_path / "index").rename(tmp_path / "gone")
    response = get(client, "/behov/ensomhed/")
    assert titles_of(response) == ["Kaffestuen"]
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one(".vv-facets") is None
    assert soup.select_one("#find input[type=hidden]")["value"] == "ensomhed"


def test_a_search_among_the_offers_keeps_what_the_page_is_about(client, offers):
    soup = BeautifulSoup(get(client, "/behov/ensomhed/").content, "html.parser")
    chosen = soup.select(".vv-facets input[checked]")
    assert [(box["name"], box["value"], box["form"]) for box in chosen] == [("behov", "ensomhed", "find")]


def test_offers_that_are_for_nothing_else_stand_before_those_for_many_things(client, owner, committed):
    needs = [NeedFactory(name=f"Behov {n}") for n in range(4)]
    with committed():
        DropInCentreFactory(title="Alt muligt", parent=owner, needs=needs)
        DropInCentreFactory(title="Kun det", parent=owner, needs=needs[:1])
        DropInCentreFactory(title="Både det og andet", parent=owner, needs=needs[:2])
    assert titles_of(get(client, f"/behov/{needs[0].slug}/")) == ["Kun det", "Både det og andet", "Alt muligt"]


def test_more_offers_than_one_page_holds_are_a_link_away_and_past_the_end_is_the_last(client, owner, committed):
    need = NeedFactory(name="Ensomhed")
    with committed():
        for number in range(MAX_CARDS + 1):
            DropInCentreFactory(title=f"Sted {number:02}", parent=owner, needs=[need])
    soup = BeautifulSoup(get(client, "/behov/ensomhed/").content, "html.parser")
    further = soup.select_one(".vv-pager a")["href"]
    assert titles_of(get(client, further.partition("#")[0])) == [f"Sted {MAX_CARDS:02}"]
    assert titles_of(get(client, "/behov/ensomhed/?side=99")) == [f"Sted {MAX_CARDS:02}"]
    assert len(titles_of(get(client, "/behov/ensomhed/?side=x"))) == MAX_CARDS


def test_a_text_is_about_one_word_and_there_once(offers):
    with pytest.raises(ValidationError):
        LandingText(lead="Om intet").full_clean()
    LandingText.objects.create(need=offers, lead="Den første")
    with pytest.raises(ValidationError):
        LandingText(need=offers, lead="Den anden").full_clean()
