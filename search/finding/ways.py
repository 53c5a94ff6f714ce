"""How a search is loosened, step by step, when it finds too little.

The scope and what was chosen are never given up, but for a distance when there is nothing at all within it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from search.contract import Near, Query, Relaxed
from search.plan import Asked, Plan

#: With fewer hits than this, the next step is tried.
FEW = 10
#: How far one looks, in kilometres, when there is nothing within the distance that was chosen.
_WIDER_KM = (10, 25, 50)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask: the words, the wishes that narrow, and what was given up to get here."""

    asked: Asked | None = None
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    relaxed: tuple[Relaxed, ...] = ()


def ways(plan: Plan, query: Query) -> Iterator[Way]:
    """The ways to ask, from the narrowest to the widest."""
    for way in _loosened(plan, query):
        # A wish lifts, whether it narrows or has been given up.
        yield replace(way, asked=replace(way.asked, lifts=plan.lifts)) if way.asked else way


def _loosened(plan: Plan, query: Query) -> Iterator[Way]:
    wished = {name: values for name, values in plan.facets.items() if not query.facets.get(name)}
    places = {wish.name for wish in plan.understood.wishes if wish.kind == "place"}
    way = Way(plan.strict, wished)
    yield way
    if query.exactly:
        return
    if plan.wide:
        way = replace(way, asked=plan.wide, relaxed=(*way.relaxed, Relaxed("synonyms")))
        yield way
    if plan.some and len(plan.some.clauses) > 1:
        way = replace(way, asked=plan.some, relaxed=(*way.relaxed, Relaxed("some_words")))
        yield way
    if plan.last:
        way = replace(way, asked=plan.last, relaxed=_once(*way.relaxed, Relaxed("synonyms")))
        yield way
    # A place is given up last: what is free in another town helps few.
    for name in sorted(wished, key=lambda name: name in places):
        wished = {other: values for other, values in wished.items() if other != name}
        dropped = _once(*(Relaxed("wish", one.name, one.value) for one in plan.understood.wishes if one.name == name))
        way = replace(way, facets=wished, relaxed=(*way.relaxed, *dropped))
        yield way


def further(
    query: Query, way: Way, alike: Callable[[], Asked | None]
) -> Iterator[tuple[Relaxed, Asked | None, Near | None]]:
    """When nothing at all is found: further and further away, then names that look like the words."""
    if query.near and query.near.km:
        for km in (*(km for km in _WIDER_KM if km > query.near.km), None):
            yield Relaxed("radius", value=f"{km or ''}"), way.asked, replace(query.near, km=km)
    if way.asked and (asked := alike()):
        yield Relaxed("trigrams"), asked, query.near


def _once(*steps: Relaxed) -> tuple[Relaxed, ...]:
    return tuple(dict.fromkeys(steps))
