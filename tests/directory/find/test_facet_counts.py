"""Facet counts equal what one gets by counting offers in the database by hand, one by one."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from directory.answers import AuthorityKind
from directory.facets import FACETS
from directory.facets.by_day import on_day
from directory.models import KINDS, Authority, OfferAudience, OfferAuthority, OfferPage, Place, TargetGroup
from directory.times.tokens import known_days
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
#: No offer has more than two of the words, few have two that are asked for, and none is spelt like the last ones.
LOOSENING = ("kaffe vaffel samtale", "musik kaffe sejlads", "gratis samtale vaffel musik", "kafe", "samtalle musik")
FORMS = ("at_place", "online", "by_phone", "comes_to_you")
#: The facets that a visitor can choose among, but for the times.
ASKED = tuple(facet.name for facet in (*FACETS.choices, *FACETS.facts) if facet.name != "when")


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
        authorities = [Authority.objects.create(slug=kind, kind=kind) for kind in AuthorityKind.values]
        places = [PlaceFactory(**_answers(dice, Place)) for _ in range(6)]
        for number in range(OFFERS):
            OFFER_FACTORIES[dice.choice(list(KINDS))](
                title=f"Sted nummer {number}",
                parent=owners[dice.randrange(3)],
                teaser=" ".join(dice.sample(WORDS, 2)),
                needs=dice.sample(needs, dice.randrange(3)),
                languages=dice.sample(languages, dice.randrange(2)),
                audiences=_audiences(dice, groups),
                place=dice.choice([None, *places]),
                authorities=[OfferAuthority(authority=row) for row in dice.sample(authorities, dice.randrange(2))],
                **_answers(dice, OfferPage),
                **_other_facts(dice),
            )
    return dice


def _answers(dice, model):
    """An answer to every facet's own field, of all that it can have: a fact that is added is drawn as well."""
    fields = {field.name: field for field in model._meta.get_fields() if getattr(field, "choices", None)}
    asked = [fields[facet.field] for facet in FACETS if facet.field in fields]
    return {field.name: dice.choice([value for value, _label in field.flatchoices]) for field in asked}


def _other_facts(dice):
    """Facts that are no question with a list of answers."""
    return {
        **{form: dice.random() < 0.3 for form in FORMS},
        "companion_how": "Send en sms.",
        "host_role": dice.choice(("", "værten")),
        "group_size_max": dice.choice((None, 6, 8, 9)),
        "free_places": dice.choice((None, 0, 3)),
        "capacity_on": dice.choice((None, timezone.localdate(), timezone.localdate() - timedelta(days=31))),
        "state": dice.choice(("open", "full")),
    }


def _audiences(dice, groups):
    """None, or several: for everybody, and mostly or only for some of the groups."""
    named = [
        OfferAudience(level=dice.choice(("mainly", "only")), target_group=group)
        for group in dice.sample(groups, dice.choice((0, 0, 1, 2, 3)))
    ]
    return [*named, OfferAudience(level="open")] if dice.random() < 0.3 else named


def values_of(offer, facet):
    """The values that an offer has for a facet, straight from its rows."""
    return READERS[facet](offer) if facet in READERS else {getattr(offer, facet)}


def _with_parents(terms):
    found = set()
    for term in terms:
        above = term
        while above:
            found.add(above.slug)
            above = above.parent
    return found


def _groups(offer):
    audiences = list(offer.audiences.all())
    levels = {audience.level for audience in audiences}
    if not levels:
        return {"unknown"}
    if "open" in levels and "only" not in levels:
        return set(TargetGroup.objects.values_list("slug", flat=True))
    return _with_parents(audience.target_group for audience in audiences)


def _responsible(offer):
    """Since there is no other row, it is the same on each day that the index knows."""
    told = [row.authority.kind for row in offer.authorities.all()] or ["unknown"]
    return {on_day(day, kind) for kind in told for day in known_days(timezone.localdate())}


def _threshold(value, test):
    return {"unknown" if value is None else "yes" if test(value) else "no"}


def _room(offer):
    if offer.free_places is None or offer.capacity_on is None or (timezone.localdate() - offer.capacity_on).days > 30:
        return {"unknown"}
    return {"yes" if offer.free_places else "no"}


READERS = {
    "need": lambda offer: _with_parents(offer.needs.all()) or {"unknown"},
    "target_group": _groups,
    "kind": lambda offer: {type(offer).kind},
    "language": lambda offer: {language.code for language in offer.languages.all()} or {"unknown"},
    "municipality": lambda offer: {offer.get_parent().get_parent().slug},
    "step_free": lambda offer: {offer.place.step_free if offer.place else "unknown"},
    "accessible_toilet": lambda offer: {offer.place.accessible_toilet if offer.place else "unknown"},
    "hearing_loop": lambda offer: {offer.place.hearing_loop if offer.place else "unknown"},
    "level": lambda offer: {offer.intervention_level},
    "responsible": _responsible,
    "form": lambda offer: {form for form in FORMS if getattr(offer, form)} or {"unknown"},
    "companion": lambda offer: {"yes" if offer.companion in ("volunteer", "staff") else offer.companion},
    "host": lambda offer: {"yes" if offer.host_role else "unknown"},
    "quiet": lambda offer: _threshold(None if offer.noise == "unknown" else int(offer.noise), lambda noise: noise < 3),
    "silent_ok": lambda offer: _threshold(
        None if offer.must_talk == "unknown" else offer.must_talk, lambda must: must == "no"
    ),
    "no_introduction": lambda offer: _threshold(
        None if offer.must_introduce == "unknown" else offer.must_introduce, lambda must: must == "no"
    ),
    "citizens_decide": lambda offer: _threshold(
        None if offer.who_decides == "unknown" else offer.who_decides, lambda who: who == "citizens"
    ),
    "bath": lambda offer: {offer.shower_laundry},
    "doctor_company": lambda offer: {offer.companion_to_doctor},
    "small_group": lambda offer: _threshold(offer.group_size_max, lambda most: most <= 8),
    "starts_soon": lambda _offer: {"unknown"},  # none of the drawn kinds tells a first day
    "has_room": lambda offer: {"no"} if offer.state != "open" else _room(offer),
}


@pytest.fixture
def table(town):
    """What every offer has for every facet, read from the database."""
    offers = [page.specific for page in OfferPage.objects.shown()]
    return {offer.pk: {facet: values_of(offer, facet) for facet in ASKED} for offer in offers}


def drawn_choices(dice, table):
    """Up to three facets with one or two of the values that some offer has."""
    chosen = {}
    for facet in dice.sample(ASKED, dice.randrange(4)):
        values = sorted({value for row in table.values() for value in row[facet]})
        chosen[facet] = tuple(dice.sample(values, min(len(values), dice.choice((1, 2)))))
    return chosen


def keys(results):
    return {int(item.partition(":")[2]) for item in results.ids}


def counted(table, among, facet):
    """How many of the offers have each value of a facet."""
    values = [value for key in among for value in table[key][facet]]
    return {value: values.count(value) for value in set(values)}


SCOPES = pytest.mark.parametrize(
    "scope", [{}, {"municipality": ("vejle", "hele-landet")}], ids=["portal", "municipality"]
)


@SCOPES
def test_counts_hits_and_totals_are_those_of_the_database(index, town, table, scope):
    teasers = dict(OfferPage.objects.values_list("pk", "teaser"))
    for _ in range(COMBINATIONS // 2):
        chosen, word = drawn_choices(town, table), town.choice((*WORDS, ""))
        results = index.search(
            Query(text=word, scope=scope, facets=chosen, counted=FACETS.names, size=100, exactly=True)
        )

        def fits(key, but=None, chosen=chosen, word=word):
            return (not word or word in teasers[key].split()) and all(
                set(values) & table[key][facet]
                for facet, values in (*scope.items(), *(c for c in chosen.items() if c[0] != but))
            )

        assert keys(results) == {key for key in table if fits(key)}
        for facet in ASKED:
            among = [key for key in table if fits(key, but=facet)]
            assert dict(results.counts[facet]) == counted(table, among, facet), (facet, chosen, word)


@SCOPES
def test_counts_of_a_search_that_had_to_be_loosened_are_those_of_its_hits(index, town, table, scope):
    loosened = compared = 0
    for _ in range(COMBINATIONS // 4):
        query = Query(town.choice(LOOSENING), scope, drawn_choices(town, table), FACETS.names, size=100)
        results = index.search(query)
        understood = results.understood
        loosened += bool(understood.relaxed)
        assert len(keys(results)) == results.total
        narrowing = (*scope.items(), *query.facets.items())
        assert all(set(values) & table[key][facet] for key in keys(results) for facet, values in narrowing)
        wished = {wish.name for wish in understood.wishes}
        for facet in set(ASKED) - wished:
            among = results
            if facet in query.facets:
                # Its counts ignore its own choice: they are those of the hits without it, where those are found as loosely.
                rest = {name: values for name, values in query.facets.items() if name != facet}
                among = index.search(replace(query, facets=rest))
            if among.understood == understood:
                compared += 1
                assert dict(results.counts[facet]) == counted(table, keys(among), facet), (facet, query)
    assert loosened > COMBINATIONS // 8
    assert compared > COMBINATIONS
