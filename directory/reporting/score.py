"""How much of what makes it easier to come a listing tells: a number of named things, each of which can be not relevant."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Exists, F, IntegerField, Model, OuterRef, Q, QuerySet, Value, When

from directory.models import OfferPage
from directory.panels.easier import EASIER, Easier
from directory.panels.needed import is_told
from directory.reporting.models import NotRelevant


@dataclass(frozen=True, slots=True)
class Thing:
    """One of the things for one offer."""

    easier: Easier
    told: bool
    relevant: bool


def things_of(offer: OfferPage) -> list[Thing]:
    """All of them, for an offer as it is now."""
    without = set(NotRelevant.objects.filter(offer=offer.pk).values_list("thing", flat=True))
    return [Thing(one, one.is_told(lambda field: is_told(offer, field)), one.name not in without) for one in EASIER]


def with_score(offers: QuerySet[OfferPage]) -> QuerySet[OfferPage]:
    """The offers with `told`: how many of the things that are relevant for each it tells."""
    named = NotRelevant.objects.filter(offer=OuterRef("pk"))
    told = {f"tells_{one.name}": _one_if(_tells(one) & ~Q(Exists(named.filter(thing=one.name)))) for one in EASIER}
    total = sum((F(name) for name in told), Value(0))
    return offers.alias(**told).annotate(told=total)


def relevant_for(offers: Iterable[OfferPage]) -> dict[int, int]:
    """How many of the things are relevant for each of some offers, by their keys."""
    left_out: dict[int, int] = defaultdict(int)
    keys = [offer.pk for offer in offers]
    for key in NotRelevant.objects.filter(offer__in=keys).values_list("offer", flat=True):
        left_out[key] += 1
    return {key: len(EASIER) - left_out[key] for key in keys}


def _tells(one: Easier) -> Q:
    found = Q(pk__in=[])
    for name in one.fields:
        found |= _answers(name)
    return found


def _answers(name: str) -> Q:
    """The offers that say something in a field, or have rows: as `is_told` says of one."""
    field = OfferPage._meta.get_field(name)
    if field.one_to_many:
        return _has(field.related_model, field.field.name)
    if field.many_to_many:
        return _has(getattr(OfferPage, name).through, "offerpage")
    said = Q(**{f"{name}__isnull": False})
    if field.get_internal_type() in {"CharField", "TextField"}:
        return said & ~Q(**{f"{name}__in": ["", "unknown"]})
    return said & ~Q(**{name: False}) if field.get_internal_type() == "BooleanField" else said


def _has(rows: type[Model], of: str) -> Q:
    return Q(Exists(rows._default_manager.filter(**{of: OuterRef("pk")})))


def _one_if(condition: Q) -> Case:
    return Case(When(condition, then=1), default=0, output_field=IntegerField())
