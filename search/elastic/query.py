"""A request in Elasticsearch's words. Nothing here touches the network.

The same structure as the embedded engine's translation, clause for clause, so that both give the same order: BM25
differs between them by a constant only. What merely narrows is asked of fields without scores, which is cheaper.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    DisMax,
    MatchAll,
    MatchNone,
    MatchPhrase,
    Query,
    Range,
    Term,
    Terms,
)

from search.elastic.documents import FOUND_BY, bag_field, each_word, facet_field
from search.plan.clauses import EXTRA_TIE, SEARCHED, TIE, ZONES, Alternative, Asked
from search.store import Order, Request
from search.text import encodable

#: More values than any facet has.
BUCKETS = 10_000
#: As many values as one `terms` query takes.
_MOST_TERMS = 65_536
#: The counts of all facets in which nothing was chosen.
REST = "rest"
_LAST_BY_DAY: dict[str, str] = {"missing": "_last"}
_SORTS: dict[Order, tuple[Any, ...]] = {
    "score": ("_score",),
    "id": (),
    "name": ("by_name",),
    "soonest": ({"starts": {"order": "asc", **_LAST_BY_DAY}},),
    "newest": ({"published": {"order": "desc", **_LAST_BY_DAY}},),
    "verified": ({"verified": {"order": "desc", **_LAST_BY_DAY}},),
}


def search_body(request: Request) -> dict[str, Any]:
    """The whole search: what is found, in which order, and what is counted."""
    chosen = {name: values for name, values in request.facets.items() if values}
    search = Search().query(found(request)).source(False)[request.offset : request.offset + request.limit]
    # The id is part of every sort, so that ties are broken by it, and is read from there.
    order = "id" if request.order == "score" and not request.asked else request.order
    search = search.sort(*_SORTS[order], "key").extra(track_total_hits=True, stored_fields="_none_")
    if chosen:
        search = search.post_filter(_every(_choices(chosen)))
    _count(search, request, chosen)
    return dict(search.to_dict())


def found(request: Request) -> Query:
    """What the request asks for, without the choices in facets: those must not narrow their own counts."""
    narrowings = _choices(request.scope)
    if request.within is not None:
        narrowings.append(among("key", request.within))
    if request.open:
        narrowings.append(among("open", request.open))
    if request.starts != (None, None):
        first, last = request.starts
        ends = {name: day for name, day in (("gte", first), ("lte", last)) if day is not None}
        narrowings.append(Range("starts", ends))
    asked = words(request.asked) if request.asked else MatchAll()
    return Bool(must=[asked], filter=narrowings) if narrowings else asked


def matched_body(asked: Asked, ids: Sequence[str]) -> dict[str, Any]:
    """The search that tells which clauses, extras and lifts these entries meet. It makes no scores."""
    met = [_meets(clause.alternatives) for clause in asked.clauses]
    met += [_meets(extra.alternatives) for extra in asked.extras]
    named: list[Query] = [ConstantScore(filter=query, boost=0.0, _name=str(n)) for n, query in enumerate(met)]
    query = Bool(filter=[among("key", ids)], should=named + _lifts(asked, len(met)), minimum_should_match=0)
    search = Search().query(query).source(False).sort("key")[: len(ids)].extra(stored_fields="_none_")
    return dict(search.to_dict())


def words(asked: Asked) -> Query:
    """The entries that meet enough of the clauses, scored by all of them; named by what they meet."""
    clauses = [_best(clause.alternatives, n) for n, clause in enumerate(asked.clauses)]
    count = len(clauses)
    extras = [_best(extra.alternatives, count + n) for n, extra in enumerate(asked.extras)]
    optional: list[Query] = [_one_of(extras, EXTRA_TIE)] if extras else []
    optional += _lifts(asked, count + len(extras))
    if not asked.enough:
        # With nothing to choose from, meeting all clauses is all there is.
        return Bool(must=[_every(clauses)], should=optional, minimum_should_match=0)
    return Bool(filter=[_gate(asked)], should=clauses + optional, minimum_should_match=0)


def among(field: str, values: Iterable[str]) -> Query:
    """A narrowing to entries that have one of the values."""
    known = sorted({encodable(value) for value in values})
    starts = range(0, len(known), _MOST_TERMS)
    return _any([Terms(field, known[start : start + _MOST_TERMS]) for start in starts])


def _gate(asked: Asked) -> Query:
    """Which entries meet enough. It makes no score, so words are looked up where they have none."""
    clauses = [_meets(clause.alternatives) for clause in asked.clauses]
    extras = [_meets(extra.alternatives) for extra in asked.extras]
    met = [
        _any([clause, *(query for query, extra in zip(extras, asked.extras, strict=True) if extra.covers >> n & 1)])
        for n, clause in enumerate(clauses)
    ]
    sets = [_every([met[n] for n in range(len(met)) if bits >> n & 1]) for bits in asked.enough]
    sets += [query for query, extra in zip(extras, asked.extras, strict=True) if extra.suffices]
    return _any(sets)


def _lifts(asked: Asked, first: int) -> list[Query]:
    """The facts wished for. They are told of each hit, and add nothing to its score."""
    return [
        ConstantScore(
            filter=_meets(lift.alternatives) if lift.alternatives else among(facet_field(lift.facet), [lift.value]),
            boost=0.0,
            _name=str(first + n),
        )
        for n, lift in enumerate(asked.lifts)
    ]


def _best(alternatives: Iterable[Alternative], number: int) -> Query:
    return _one_of([_alternative(one) for one in alternatives], _name=str(number))


def _alternative(one: Alternative) -> Query:
    share = one.weight / max(1, len(one.lemmas))
    if one.together and len(one.lemmas) > 1:
        phrases: list[Query] = [_phrase(one.lemmas, zone, ZONES[zone][0]) for zone in one.zones]
        return _one_of(phrases, boost=share)
    if len(one.lemmas) == 1:
        return _lemma(one.lemmas[0], one.zones, boost=share)
    # Several lemmas share the weight, so that a long term is not worth more than a short one.
    return _every([_lemma(lemma, one.zones) for lemma in one.lemmas], boost=share)


def _lemma(lemma: str, zones: tuple[str, ...], boost: float = 1.0) -> Query:
    """The lemma in the best of the zones."""
    options: list[Query] = []
    for zone in zones:
        in_order, in_bag = ZONES[zone]
        options += [_term(zone, lemma, in_order), _term(bag_field(zone), lemma, in_bag)]
    return _one_of(options, boost=boost)


def _term(field: str, lemma: str, boost: float) -> Term:
    return Term(field, {"value": lemma, "boost": boost})


def _phrase(lemmas: tuple[str, ...], zone: str, boost: float = 1.0) -> MatchPhrase:
    return MatchPhrase(zone, {"query": " ".join(lemmas), "analyzer": "whitespace", "boost": boost})


def _meets(alternatives: Iterable[Alternative]) -> Query:
    """The entries that one of the alternatives finds, with single words of the same zones put together."""
    single: dict[tuple[str, ...], list[str]] = {}
    several: list[Query] = []
    for one in alternatives:
        if len(one.lemmas) == 1:
            single.setdefault(one.zones, []).append(one.lemmas[0])
        elif one.together:
            several += [_phrase(one.lemmas, zone) for zone in one.zones]
        else:
            several.append(_every([_any(_has([lemma], one.zones)) for lemma in one.lemmas]))
    return _any([query for zones, lemmas in single.items() for query in _has(lemmas, zones)] + several)


def _has(lemmas: list[str], zones: tuple[str, ...]) -> list[Query]:
    if set(zones) == set(SEARCHED):
        return [Terms(FOUND_BY, lemmas)]
    return [Terms(each_word(field), lemmas) for zone in zones for field in (zone, bag_field(zone))]


def _count(search: Search[Any], request: Request, chosen: Mapping[str, tuple[str, ...]]) -> None:
    """One count for all facets without a choice, and one for each that has one, without its own."""
    free = [name for name in request.counted if name not in chosen]
    if free:
        _bucket(search, REST, _choices(chosen), free)
    for name in chosen if request.without else ():
        others = {other: values for other, values in chosen.items() if other != name}
        _bucket(search, f"without {name}", _choices(others), [name] if name in request.counted else [])


def _bucket(search: Search[Any], title: str, narrowings: list[Query], counted: list[str]) -> None:
    bucket = search.aggs.bucket(title, "filter", filter=_every(narrowings) if narrowings else MatchAll())
    for name in counted:
        bucket.bucket(name, A("terms", field=facet_field(name), size=BUCKETS))


def _choices(facets: Mapping[str, tuple[str, ...]]) -> list[Query]:
    return [among(facet_field(name), values) for name, values in facets.items() if values]


def _one_of(queries: list[Query], tie: float = TIE, **options: Any) -> Query:
    """The best of the queries, with a little of the others."""
    # Elasticsearch takes a choice among nothing for a mistake.
    return DisMax(queries=queries, tie_breaker=tie, **options) if queries else MatchNone()


def _every(queries: list[Query], boost: float = 1.0) -> Query:
    # An empty `bool` would find everything.
    return Bool(must=queries, boost=boost) if queries else MatchNone()


def _any(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Bool(should=queries, minimum_should_match=1) if queries else MatchNone()
