"""The page that says who may be listed: the municipality's own rules, or the common ones, by their numbers."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from directory.models import ListingRule
from tests.directory.reading import get
from tests.factories import MunicipalityFactory, TextPageFactory

pytestmark = pytest.mark.django_db
PATH = "/hvem-kan-staa-her/"


@pytest.fixture
def page(municipality_site):
    """The page on the site of Vejle, and two common rules."""
    ListingRule.objects.create(number=1, text="Prisen skal stå der.", text_en="The price has to be told.")
    ListingRule.objects.create(number=2, text="Ingen må presses.")
    return TextPageFactory(parent=municipality_site, title="Hvem kan stå her", slug="hvem-kan-staa-her", role="listing")


def rules(client, path=PATH):
    soup = BeautifulSoup(get(client, path).content, "html.parser")
    return [
        (number.get_text(), rule.get_text()) for number, rule in zip(soup.select("dt"), soup.select("dd"), strict=True)
    ]


def test_the_common_rules_stand_where_a_municipality_has_none_of_its_own(client, page):
    ListingRule.objects.create(number=1, text="Naboens.", municipality=MunicipalityFactory(title="Kolding"))
    assert rules(client) == [("Regel 1", "Prisen skal stå der."), ("Regel 2", "Ingen må presses.")]


def test_own_rules_stand_alone_at_once(client, page, municipality_site, settings, committed):
    settings.PAGES_KEPT_BYTES = 2**20
    rules(client)
    with committed():
        ListingRule.objects.create(number=7, text="Kun <b>Vejle</b>.", municipality=municipality_site)
    assert rules(client) == [("Regel 7", "Kun <b>Vejle</b>.")]


def test_they_are_told_in_english_where_somebody_has_written_them_in_english(client, page):
    soup = BeautifulSoup(get(client, f"/en{PATH}").content, "html.parser")
    told = [(rule.get_text(), rule.get("lang")) for rule in soup.select("dd")]
    assert told == [("The price has to be told.", None), ("Ingen må presses.", "da")]


def test_every_page_of_the_site_leads_there(client, page):
    soup = BeautifulSoup(get(client, "/").content, "html.parser")
    assert [link.get_text() for link in soup.select(f"footer a[href$='{PATH}']")] == ["Hvem kan stå her?"]


def test_another_page_of_text_shows_no_rules(client, page, municipality_site):
    TextPageFactory(parent=municipality_site, title="Om", slug="om", role="about")
    assert rules(client, "/om/") == []


def test_two_rules_of_one_number_are_refused(page, municipality_site):
    ListingRule.objects.create(number=1, text="Vores.", municipality=municipality_site)
    for facts in ({}, {"municipality": municipality_site}):
        with pytest.raises(ValidationError):
            ListingRule(number=1, text="Igen.", **facts).full_clean()
