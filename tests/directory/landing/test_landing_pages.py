"""The page of a need or a target group: what it is, and who helps with it."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

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


def test_without_an_index_the_page_says_so_and_leaves_no_trace(client, offers, tmp_path):
    (tmp_path / "index").rename(tmp_path / "gone")
    response = get(client, "/behov/ensomhed/")
    assert response.status_code == 503
    assert "no-store" in response.headers["Cache-Control"]


def test_a_text_is_about_one_word_and_there_once(offers):
    with pytest.raises(ValidationError):
        LandingText(lead="Om intet").full_clean()
    LandingText.objects.create(need=offers, lead="Den første")
    with pytest.raises(ValidationError):
        LandingText(need=offers, lead="Den anden").full_clean()
