"""Facet counts equal what one gets by counting offers in the database by hand, one by one."""

import random

import pytest

from directory.find.choices import FACTS
from directory.indexing.facets import FACETS
from directory.models import KINDS, OfferAudience, OfferPage, TargetGroup
from search import Query
from tests.factories import (
    OFFER_FACTORIES,
    LanguageFactory,
    MunicipalityFactory,
    NationalBranchFactory,
    NeedFactory,
    OrganisationFactory,
    PlaceFactory,
    TargetGroupFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

OFFERS = 60
COMBINATIONS = 240
WORDS = ("kaffe", "vaffel", "samtale", "musik")
ANSWERS = ("yes", "no", "unknown")
#: The facets that a visitor can choose among, with every value there is.
ASKED = ("need", "target_group", "kind", "access", "level", "language", "municipality", *(fact.facet for fact in FACTS))


@pytest.fixture
def town(index, committed):
    """Offers with facts drawn by lot, in two municipalities and the whole country."""
    dice = random.Random(20261125)
    with committed():
        sind = NeedFactory(slug="sind")
        needs = [sind, NeedFactory(slug="uro", parent=sind), NeedFactory(slug="mad")]
        young = TargetGroupFactory(slug="unge")
        groups = [young, TargetGroupFactory(slug="unge-hjemloese", parent=young), TargetGroupFactory(slug="aeldre")]
        languages = [LanguageFactory(code="da"), LanguageFactory(code="ar", name="arabisk")]
        branches = [MunicipalityFactory(slug="vejle"), MunicipalityFactory(slug="randers"), NationalBranchFactory()]
        owners = [OrganisationFactory(parent=branch) for branch in branches]
        places = [PlaceFactory(step_free=dice.choice(ANSWERS), hearing_loop=dice.choice(ANSWERS)) for _ in range(4)]
        for number in range(OFFERS):
            OFFER_FACTORIES[dice.choice(list(KINDS))](
                title=f"Sted nummer {number}",
                parent=owners[dice.randrange(3)],
                teaser=" ".join(dice.sample(WORDS, 2)),
                needs=dice.sample(needs, dice.randrange(3)),
                languages=dice.sample(languages, dice.randrange(2)),
                audiences=_audiences(dice, groups),
                place=dice.choice([None, *places]),
                free=dice.choice(ANSWERS),
                no_demands=dice.choice(ANSWERS),
                leave_anytime=dice.choice(ANSWERS),
                anonymous=dice.choice((*ANSWERS, "partly")),
                access=dice.choice(("drop_in", "book", "unknown")),
                intervention_level=dice.choice(("advice", "day", "unknown")),
                companion=dice.choice(("no", "unknown")),
                host_role=dice.choice(("", "værten")),
                noise=dice.choice(("1", "2", "4", "unknown")),
                must_talk=dice.choice(("no", "little", "yes", "unknown")),
                group_size_max=dice.choice((None, 6, 8, 9)),
                free_places=dice.choice((None, 0, 3)),
                state=dice.choice(("open", "full")),
            )
    return dice


def _audiences(dice, groups):
    level = dice.choice(("none", "open", "mainly", "only"))
    if level == "none":
        return []
    return [OfferAudience(level=level, target_group=None if level == "open" else dice.choice(groups))]


def values_of(offer, facet):
    """The values that an offer has for a facet, straight from its rows."""
    simple = {
        "access": "access",
        "level": "intervention_level",
        "free": "free",
        "anonymous": "anonymous",
        "no_demands": "no_demands",
        "leave_anytime": "leave_anytime",
    }
    if facet in simple:
        return {getattr(offer, simple[facet])}
    return READERS[facet](offer)


def _with_parents(terms):
    found = set()
    for term in terms:
        above = term
        while above:
            found.add(above.slug)
            above = above.parent
    return found


def _groups(offer):
    levels = {audience.level: audience.target_group for audience in offer.audiences.all()}
    if not levels:
        return {"unknown"}
    if "open" in levels:
        return set(TargetGroup.objects.values_list("slug", flat=True))
    return _with_parents(levels.values())


def _threshold(value, test):
    return {"unknown" if value is None else "yes" if test(value) else "no"}


READERS = {
    "need": lambda offer: _with_parents(offer.needs.all()) or {"unknown"},
    "target_group": _groups,
    "kind": lambda offer: {type(offer).kind},
    "language": lambda offer: {language.code for language in offer.languages.all()} or {"unknown"},
    "municipality": lambda offer: {offer.get_parent().get_parent().slug},
    "step_free": lambda offer: {offer.place.step_free if offer.place else "unknown"},
    "accessible_toilet": lambda offer: {offer.place.accessible_toilet if offer.place else "unknown"},
    "hearing_loop": lambda offer: {offer.place.hearing_loop if offer.place else "unknown"},
    "companion": lambda offer: {offer.companion},
    "host": lambda offer: {"yes" if offer.host_role else "unknown"},
    "quiet": lambda offer: _threshold(None if offer.noise == "unknown" else int(offer.noise), lambda noise: noise < 3),
    "silent_ok": lambda offer: _threshold(
        None if offer.must_talk == "unknown" else offer.must_talk, lambda must: must == "no"
    ),
    "small_group": lambda offer: _threshold(offer.group_size_max, lambda most: most <= 8),
    "has_room": lambda offer: (
        {"no"} if offer.state != "open" or offer.free_places == 0 else {"yes" if offer.free_places else "unknown"}
    ),
}


@pytest.mark.parametrize("scope", [{}, {"municipality": ("vejle", "hele-landet")}], ids=["portal", "municipality"])
def test_counts_hits_and_totals_are_those_of_the_database(index, town, scope):
    offers = [page.specific for page in OfferPage.objects.shown()]
    table = {offer.pk: {facet: values_of(offer, facet) for facet in ASKED} for offer in offers}
    teasers = {offer.pk: offer.teaser.split() for offer in offers}
    everything = {facet: sorted({value for row in table.values() for value in row[facet]}) for facet in ASKED}
    for _ in range(COMBINATIONS // 2):
        chosen = {
            facet: tuple(town.sample(everything[facet], min(len(everything[facet]), town.choice((1, 2)))))
            for facet in town.sample(ASKED, town.randrange(4))
        }
        word = town.choice((*WORDS, ""))
        results = index.search(Query(text=word, scope=scope, facets=chosen, counted=FACETS, size=100, exactly=True))

        def fits(key, but=None, chosen=chosen, word=word):
            return (not word or word in teasers[key]) and all(
                set(values) & table[key][facet]
                for facet, values in (*scope.items(), *(c for c in chosen.items() if c[0] != but))
            )

        assert {int(item.partition(":")[2]) for item in results.ids} == {key for key in table if fits(key)}
        for facet in ASKED:
            counted = [value for key in table if fits(key, but=facet) for value in table[key][facet]]
            assert dict(results.counts[facet]) == {value: counted.count(value) for value in set(counted)}, (
                facet,
                chosen,
                word,
            )
