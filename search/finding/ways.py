"""How a search is loosened, step by step, when it finds too little.

How the words are asked for depends on the words and the scope alone, so that the counts of facets are promises. What
was chosen beside them is given up only for what stands apart from the hits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from search.contract import Query, Relaxed
from search.plan import Asked, Plan

#: With fewer hits than this, the next step is tried.
FEW = 10
#: How far one looks, in kilometres, when there is too little within the distance that was chosen.
_WIDER_KM = (10, 25, 50)
#: In so many steps, at most, choices are given up: several at once where more facets have one.
MOST_CHOICE_STEPS = 4
_SYNONYMS, _SOME_WORDS = Relaxed("synonyms"), Relaxed("some_words")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask: the words, the wishes that narrow, and what was given up to get here."""

    asked: Asked | None = None
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    relaxed: tuple[Relaxed, ...] = ()


def only_words(query: Query) -> Query:
    """The query without what was chosen beside its words."""
    near = replace(query.near, km=None) if query.near else None
    return replace(any_time(query), facets={}, counted=(), near=near, from_date=None, to_date=None, page=1)


def any_time(query: Query) -> Query:
    """The query for what is open at any time."""
    return replace(query, open_at=None, open_until=None)


def unwished(query: Query) -> Query:
    """The query without what the site has read in its words."""
    facets = {name: values for name, values in query.facets.items() if name not in query.wished}
    query = any_time(query) if "open" in query.wished else query
    return replace(query, facets=facets, wished=())


def only_wished(query: Query) -> Query:
    """The query with its words and what the site has read in them alone."""
    facets = {name: values for name, values in query.facets.items() if name in query.wished}
    words = replace(only_words(query), facets=facets)
    return replace(words, open_at=query.open_at, open_until=query.open_until) if "open" in query.wished else words


def narrowed(query: Query) -> bool:
    """Whether something was chosen beside the words."""
    far = query.near is None or query.near.km is None
    return not far or any(query.facets.values()) or any((query.open_at, query.from_date, query.to_date))


def ways(plan: Plan, *, exactly: bool = False) -> Iterator[Way]:
    """The ways to ask, from the narrowest to the widest."""
    # With no words, what is wished for is all that was asked; beside words a wish lifts, and unknown passes.
    narrow = plan.places if plan.strict else plan.places | plan.facts
    yield _lifted(Way(plan.strict, narrow), plan)
    if exactly:
        return
    outside = tuple(Relaxed("wish", wish.name, wish.value) for wish in plan.understood.wishes if wish.kind == "place")
    for asked, steps, far in _looser(plan):
        if not far or plan.places:
            way = Way(asked, {} if far else plan.places, (*steps, *outside) if far else steps)
            yield _lifted(way, plan)


def _looser(plan: Plan) -> Iterator[tuple[Asked | None, tuple[Relaxed, ...], bool]]:
    """Words and steps, and whether the place is given up: before what was asked for, since what is near must fit."""
    several = plan.some is not None and len(plan.some.clauses) > 1
    if plan.wide:
        yield plan.wide, (_SYNONYMS,), False
    if plan.last and not several:
        yield plan.last, (_SYNONYMS,), False
    yield plan.wide or plan.strict, (_SYNONYMS,) if plan.wide else (), True
    if not several:
        yield plan.last, (_SYNONYMS,), True
        return
    for far in (False, True):
        yield plan.some, (*((_SYNONYMS,) if plan.wide else ()), _SOME_WORDS), far
    for far in (False, True):
        yield plan.last, (_SYNONYMS, _SOME_WORDS), far


def _lifted(way: Way, plan: Plan) -> Way:
    """A wish lifts, whether it narrows or has been given up."""
    return replace(way, asked=replace(way.asked, lifts=plan.lifts)) if way.asked else way


def wider(
    query: Query, way: Way, looser: Sequence[Way], without: Mapping[str, int]
) -> Iterator[tuple[Query, Way, tuple[Relaxed, ...]]]:
    """What may be shown apart from the hits: looser words, further away, open at other times, without a choice that costs most."""
    for other in looser:
        yield query, other, tuple(step for step in other.relaxed if step not in way.relaxed)
    if query.near and query.near.km:
        for km in (*(km for km in _WIDER_KM if km > query.near.km), None):
            yield replace(query, near=replace(query.near, km=km)), way, (Relaxed("radius", value=f"{km or ''}"),)
    if query.open_at:
        yield any_time(query), way, (Relaxed("open"),)
    facets, steps = dict(query.facets), tuple[Relaxed, ...]()
    costliest = sorted(without, key=lambda name: (-without[name], name))
    at_once = ceil(len(costliest) / MOST_CHOICE_STEPS)
    for first in range(0, len(costliest), max(1, at_once)):
        for name in costliest[first : first + at_once]:
            steps = (*steps, *(Relaxed("facet", name, value) for value in facets.pop(name, ())))
        yield replace(query, facets=dict(facets)), way, steps
