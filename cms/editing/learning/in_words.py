"""What was counted, as people say it, where it is kept by the names that the search has for it."""

from django.db.models import CharField, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from directory.facets import FACETS
from directory.facets.facet import Facet
from directory.models import KINDS, Need, SearchCount, TargetGroup

#: The ways in which a search is loosened, by the names that the search has for them.
LOOSENED = {
    "synonyms": _("words that mean nearly the same"),
    "some_words": _("some of the words"),
    "trigrams": _("names that look like it"),
    "wish": _("a wish from the words given up"),
    "facet": _("a choice given up"),
    "radius": _("further away"),
    "open": _("open at other times"),
    "meaning": _("the same thing in other words"),
}


def in_words(row: SearchCount) -> str:
    """The value of a count (from `with_terms`) in words; what has no words stays as it is."""
    if row.what == "relaxed":
        return str(LOOSENED.get(row.value, row.value))
    if row.what == "filter":
        name, _colon, value = row.value.partition(":")
        facet = next((facet for facet in FACETS if facet.name == name), None)
        return f"{facet.label}: {row.term or _called(facet, value)}" if facet else row.value
    return row.value


def _called(facet: Facet, value: str) -> str:
    known = FACETS.value(facet.name, value)
    if known:
        return str(known.label)
    if value in KINDS:
        return str(KINDS[value]._meta.verbose_name)
    return value


def with_terms(rows: QuerySet) -> QuerySet:
    """The counts, each with the name of the need or target group that was chosen, as `term`."""
    return rows.annotate(term=Coalesce(_name(Need, "need"), _name(TargetGroup, "target_group")))


def _name(model: type[Model], facet: str) -> Subquery:
    told = model._default_manager.annotate(told=Concat(Value(f"{facet}:"), "slug", output_field=CharField())).filter(
        told=OuterRef("value")
    )
    return Subquery(told.values("name")[:1])
