"""The facet panel and the chips: what can be chosen, how many each choice would give, what has been chosen."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from directory.facets import FACETS, Facet, Heading
from directory.find.filters import OfferFilterSet
from directory.find.opening import OPENINGS
from directory.find.time_wish import TimeWish
from directory.sites.address import YES, param
from directory.text import within_sentence
from directory.times.in_words import clock, closing_clock
from search import Relaxed, Results

#: More options than this are folded away behind "show all".
MAX_OPTIONS_SHOWN = 8
#: More than this are not on the page until they are asked for: on a small telephone they would weigh more than the hits.
MAX_OPTIONS_FOLDED = 40


#: What it is about and for whom come first in the panel, then when it is open.
_BEFORE_OPENINGS = 2


@dataclass(frozen=True)
class Option:
    """One choice of a facet."""

    param: str
    value: str
    label: str
    count: int | None  # None where it is not counted
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
        if not facets[0].is_number and filters.has(facets[0])
    ]
    shown = [group for group in found if group.options]
    return [*shown[:_BEFORE_OPENINGS], _openings(filters), *shown[_BEFORE_OPENINGS:]]


def _openings(filters: OfferFilterSet) -> Group:
    """When it is to be open; not counted, since nobody has to ask three more questions for it."""
    name, chosen = param("opening"), filters.asked.opening
    times = [
        Option(name, one.value, str(one.label), None, key == chosen) for key, one in OPENINGS.items() if one.offered
    ]
    return Group("aabent", _("Open"), times)


def _values(filters: OfferFilterSet, results: Results, facet: Facet) -> Group:
    counts = results.counts.get(facet.name, {})
    chosen = filters.asked.values.get(facet.name, ())
    options = [
        Option(facet.param, value, label, counts.get(facet.in_index(value), 0), value in chosen, depth)
        for value, label, depth in filters.options(facet)
    ]
    found = [option for option in options if option.count or option.selected]
    if filters.asked.expanded == facet.name:
        return Group(facet.param, str(facet.label), found, whole=True)
    # While one group is shown whole, the page has no room for the folded ones of the others.
    return _folded(facet.param, str(facet.label), found, 0 if filters.asked.expanded else MAX_OPTIONS_FOLDED)


def _folded(name: str, label: str, options: list[Option], most: int) -> Group:
    """The options with most hits first, and at most so many; a tree shows its roots, and below them what has been chosen."""
    if len(options) <= MAX_OPTIONS_SHOWN:
        return Group(name, label, options)
    by_count = sorted(options, key=lambda option: (not option.selected, option.depth > 0, -option.count))
    first = set(by_count[:MAX_OPTIONS_SHOWN]) | {option for option in options if option.selected}
    shown = [option for option in options if option in first]
    if len(options) > most:
        return Group(name, label, shown, more=len(options))
    return Group(name, label, shown, [option for option in options if option not in first])


def _facts(filters: OfferFilterSet, results: Results, heading: Heading, facts: Iterable[Facet]) -> Group:
    options = [
        Option(
            fact.param,
            YES,
            str(fact.label),
            results.counts.get(fact.name, {}).get("yes", 0),
            fact.name in filters.asked.values,
        )
        for fact in facts
    ]
    return Group(heading.name, str(heading.label), [option for option in options if option.count or option.selected])


def chips(filters: OfferFilterSet, relaxed: Collection[Relaxed] = ()) -> list[Chip]:
    """Every choice that holds, each with the address that drops it; the time of the words not where it was given up."""
    asked, wished = filters.asked, filters.time_wish
    found = [chip for facet in (*FACETS.choices, *FACETS.facts) for chip in _chosen(filters, facet)]
    if wished.typed and Relaxed("open") not in relaxed:
        words = _("From your words: %(wish)s") % {"wish": _time(wished)}
        found.append(Chip(words, str(asked.address.adding("unread", wished.typed))))
    if asked.opening:
        found.append(Chip(str(OPENINGS[asked.opening].label), str(asked.address.without("opening"))))
    if asked.age is not None:
        found.append(Chip(_("%(age)s years") % {"age": asked.age}, str(asked.address.without("age"))))
    if asked.place:
        found.append(Chip(asked.place, str(asked.address.without("place"))))
    if asked.also_unknown:
        found.append(Chip(_("Also those that have not answered"), str(asked.address.without("also_unknown"))))
    return found


def _time(wish: TimeWish) -> str:
    """A time that was read from words, as it is called where it can be chosen."""
    day = [_day(wish)] if wish.opening else []
    values = (FACETS.value("when", value) for value in (wish.part, *wish.when))
    first, *more = [*day, *(str(value.label) for value in values if value)]
    return ", ".join([capfirst(first), *map(within_sentence, more)])


def _day(wish: TimeWish) -> str:
    """The day that it is to be open, with its hours: "Open tomorrow at 19"."""
    label = str(OPENINGS[wish.opening].label)
    if not wish.clock:
        return label
    begins, ends = wish.clock
    times = f"{clock(begins)}–{closing_clock(ends)}" if ends is not None else clock(begins)
    return _("%(days)s at %(times)s") % {"days": label, "times": times}


def _chosen(filters: OfferFilterSet, facet: Facet) -> list[Chip]:
    asked = filters.asked
    if facet.name not in asked.values:
        return []
    if facet.is_fact:
        return [Chip(str(facet.label), str(asked.address.without(facet.name)))]
    labels = {value: label for value, label, _depth in filters.options(facet)}
    return [Chip(labels[value], str(asked.address.without(facet.name, value))) for value in asked.values[facet.name]]
