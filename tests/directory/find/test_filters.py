"""From the address to the query: what is understood is used, what is not is ignored and told."""

import pytest
from django.http import QueryDict

from directory.find.filters import OfferFilterSet
from directory.postal_codes import read_postal_code
from tests.factories import LanguageFactory, MunicipalityFactory, NationalBranchFactory, NeedFactory

pytestmark = pytest.mark.django_db


def asked(text, municipality=None):
    return OfferFilterSet(QueryDict(text), municipality=municipality)


def test_an_empty_address_asks_for_everything():
    query = asked("").query()
    assert (query.text, query.facets, query.scope, query.near) == ("", {}, {}, None)


def test_choices_become_facets():
    NeedFactory(slug="soevn")
    LanguageFactory(code="ar", name="arabisk")
    query = asked("behov=soevn&adgang=drop_in&adgang=book&gratis=ja&sprog=ar").query()
    assert query.facets == {"need": ("soevn",), "access": ("drop_in", "book"), "free": ("yes",), "language": ("ar",)}


def test_unknown_answers_come_along_only_when_asked_for():
    assert asked("gratis=ja&ukendt=ja").query().facets == {"free": ("yes", "unknown")}


def test_an_age_includes_offers_that_state_none():
    assert asked("alder=17").query().facets == {"age": ("17", "unknown")}


def test_an_age_may_be_written_in_arabic_digits():
    assert asked("alder=٣").query().facets == {"age": ("3", "unknown")}


@pytest.mark.parametrize("age", ["-1", "121", "18+", "atten", "9" * 5000, "1e3"])
def test_an_age_that_is_none_is_ignored_and_told(age):
    filters = asked(f"alder={age.replace('+', '%2B')}")
    assert filters.query().facets == {}
    assert filters.asked.unknown_age == age[:40]
    assert filters.asked.ignored == ()


def test_values_that_do_not_exist_are_ignored_and_the_others_hold():
    NeedFactory(slug="soevn")
    filters = asked("behov=soevn&behov=findes-ikke&type=%00")
    assert filters.query().facets == {"need": ("soevn",)}
    assert list(filters.asked.ignored) == ["findes-ikke", " "]


def test_many_wrong_values_are_not_all_named():
    filters = asked("&".join(f"behov=x{n}" for n in range(500)))
    filters.query()
    assert len(filters.asked.ignored) == 5


def test_a_very_long_text_is_cut_and_control_characters_are_spaces():
    query = asked("q=" + "a" * 10_000).query()
    assert len(query.text) == 200
    assert asked("q=a%00b%0Ac").query().text == "a b c"


def test_parameters_nobody_knows_are_nothing():
    assert asked("q[]=x&utm_source=y&%00=1&q=kaffe").query().text == "kaffe"


def test_a_postal_code_or_a_town_is_a_place_to_be_near():
    assert asked("sted=7100&km=10").query().near.label == "7100 Vejle"
    assert asked("sted=vejle").query().near.km is None
    assert asked("sted=Aarhus").query().near.label.startswith("8")


@pytest.mark.parametrize(
    ("pasted", "code"),
    [
        ("Vejle 7100", "7100"),
        ("DK-7100", "7100"),
        ("dk 7100 vejle", "7100"),
        ("Lossepladsen 12, 7100 Vejle", "7100"),
        ("Strandvejen 1234, 2900 Hellerup, Danmark", "2900"),
        ("Kobenhavn", "1001"),
        ("kbh", "1001"),
        ("kbh.", "1001"),
        ("Copenhagen", "1001"),
        ("A\u030arhus", "8000"),
        ("aarhus kommune", "8000"),
        ("Nørregade 3, Randers", "8900"),
    ],
)
def test_the_place_box_reads_what_people_paste(pasted, code):
    assert read_postal_code(pasted) == code


@pytest.mark.parametrize("pasted", ["", "9999", "12", "nowhere, at all", ",,,", "7" * 4000, "\x00"])
def test_what_is_no_place_is_none(pasted):
    assert read_postal_code(pasted) is None


def test_a_place_nobody_knows_is_named_and_the_search_goes_on():
    filters = asked("sted=9999&q=kaffe")
    query = filters.query()
    assert (query.near, query.text) == (None, "kaffe")
    assert (filters.asked.unknown_place, filters.asked.place) == ("9999", "")


def test_nothing_is_nearest_to_a_place_that_nobody_knows():
    assert asked("sted=9999&sorter=naermest").query().sort is None
    assert asked("sted=7100&sorter=naermest").query().sort == "distance"


def test_a_municipality_s_site_searches_its_own_and_the_national_offers():
    vejle = MunicipalityFactory(slug="vejle")
    filters = asked("kommune=randers", municipality=vejle)
    assert filters.query().scope == {"municipality": ("vejle", "hele-landet")}
    assert "municipality" not in filters.query().facets


def test_the_portal_can_choose_municipalities():
    MunicipalityFactory(slug="vejle")
    NationalBranchFactory()
    assert asked("kommune=vejle&kommune=hele-landet").query().facets == {"municipality": ("vejle", "hele-landet")}


def test_sorting_by_something_unknown_is_ignored():
    filters = asked("sorter=DROP TABLE")
    assert filters.query().sort is None
    assert list(filters.asked.ignored) == ["DROP TABLE"]
