"""The facet panel and the chips: what can be chosen, how many each choice would give, what has been chosen."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from directory.facets import FACETS, Facet, Heading
from directory.find.fields import TermsField
from directory.find.filters import YES, OfferFilterSet
from directory.find.paging import PARAM
from search import Results

#: More options than this are folded away behind "show all".
SHOWN = 8
#: More than this are not on the page until they are asked for: on a small telephone they would weigh more than the hits.
FOLDED = 40


@dataclass(frozen=True)
class Option:
    """One choice of a facet."""

    param: str
    value: str
    label: str
    count: int
    selected: bool
    depth: int = 0


@dataclass(frozen=True)
class Group:
    """A set of options under one heading."""

    name: str
    label: str
    options: list[Option] = field(default_factory=list)
    rest: list[Option] = field(default_factory=list)
    more: int = 0  # how many there are in all, when some are not on the page
    whole: bool = False  # somebody asked for all of them

    @property
    def selected(self) -> int:
        """How many of them are chosen."""
        return sum(option.selected for option in (*self.options, *self.rest))


@dataclass(frozen=True)
class Chip:
    """A choice that has been made, and the address without it."""

    label: str
    url: str


def groups(filters: OfferFilterSet, results: Results) -> list[Group]:
    """The groups of the panel in the order of the table. A choice that would give nothing is left out, unless chosen."""
    found = [
        _facts(filters, results, facets[0].heading, facets)
        if facets[0].heading
        else _values(filters, results, facets[0])
        for facets in FACETS.groups
        if not facets[0].is_number and facets[0].param in filters.filters
    ]
    return [group for group in found if group.options]


def _values(filters, results, facet: Facet) -> Group:
    name = facet.param
    form_field = filters.form.fields[name]
    counts = results.counts.get(facet.name, {})
    chosen = set(filters.form.cleaned_data[name])
    depths = {term.slug: term.depth for term in form_field.terms} if isinstance(form_field, TermsField) else {}
    options = [
        Option(name, value, str(label), counts.get(value, 0), value in chosen, depths.get(value, 0))
        for value, label in form_field.choices
    ]
    found = [option for option in options if option.count or option.selected]
    if filters.form.cleaned_data["alle"] == name:
        return Group(name, str(form_field.label), found, whole=True)
    return _folded(name, str(form_field.label), found)


def _folded(name: str, label: str, options: list[Option]) -> Group:
    """The options with most hits first; a tree shows its roots, and below them what has been chosen."""
    if len(options) <= SHOWN:
        return Group(name, label, options)
    by_count = sorted(options, key=lambda option: (not option.selected, option.depth > 0, -option.count))
    first = set(by_count[:SHOWN]) | {option for option in options if option.selected}
    shown = [option for option in options if option in first]
    if len(options) > FOLDED:
        return Group(name, label, shown, more=len(options))
    return Group(name, label, shown, [option for option in options if option not in first])


def _facts(filters, results, heading: Heading, facts: Iterable[Facet]) -> Group:
    options = [
        Option(
            fact.param,
            YES,
            str(fact.label),
            results.counts.get(fact.name, {}).get("yes", 0),
            bool(filters.form.cleaned_data[fact.param]),
        )
        for fact in facts
    ]
    return Group(heading.name, str(heading.label), [option for option in options if option.count or option.selected])


def chips(filters: OfferFilterSet, data: QueryDict) -> list[Chip]:
    """Every choice that holds, each with the address that drops it."""
    asked = filters.form.cleaned_data
    found = []
    for name in (facet.param for facet in (*FACETS.choices, *FACETS.facts)):
        labels = dict(filters.form.fields[name].choices) if name in filters.form.fields else {}
        found += [Chip(str(labels[value]), address(data, drop=(name, value))) for value in asked.get(name) or ()]
    if asked["alder"] is not None:
        found.append(Chip(_("%(age)s years") % {"age": asked["alder"]}, address(data, drop=("alder", None))))
    if asked["sted"]:
        found.append(Chip(asked["sted"], address(data, drop=("sted", None))))
    if asked["ukendt"]:
        found.append(Chip(_("Also those that have not answered"), address(data, drop=("ukendt", None))))
    return found


def address(data: QueryDict, drop: tuple[str, str | None] | None = None, **add: str) -> str:
    """The query string without one choice, or with another value; always from the first page."""
    query = data.copy()
    query.pop(PARAM, None)
    if drop:
        name, value = drop
        kept = [item for item in query.getlist(name) if value is not None and item != value]
        query.setlist(name, kept)
    for name, value in add.items():
        query[name] = value
    return "?" + query.urlencode()
