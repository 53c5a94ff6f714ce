"""A request in tantivy's words. Nothing here touches an index."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tantivy import FieldType, Occur, Query, Schema

from search.embedded.schema import KEY, OPEN, STARTS, bag_field, facet_field
from search.plan.clauses import EXTRA_TIE, TIE, ZONES, Alternative, Asked
from search.store import Request
from search.text import encodable

_BITS = 20


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a request asks for, in parts that are built once: every facet with a choice asks for all but one of them."""

    must: list[Query]
    choices: Mapping[str, Query]

    def query(self, but: str | None = None) -> Query:
        """All of it, without the choice in the facet `but`."""
        return _every([*self.must, *(choice for name, choice in self.choices.items() if name != but)])


class QueryBuilder:
    """Builds queries for one schema."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def narrowed(self, request: Request) -> Narrowed:
        """Everything the request asks for."""
        must = [self.words(request.asked)] if request.asked else [Query.all_query()]
        must += self._choices(request.scope).values()
        if request.within is not None:
            must.append(self._among(KEY, request.within))
        if request.open:
            must.append(self._among(OPEN, request.open))
        if request.starts != (None, None):
            must.append(self._starting(*request.starts))
        return Narrowed(must, self._choices(request.facets))

    def words(self, asked: Asked) -> Query:
        """The entries that meet enough of the clauses, scored by all of them."""
        clauses = [self._best(clause.alternatives) for clause in asked.clauses]
        extras = [self._best(extra.alternatives) for extra in asked.extras]
        lifted = [Query.disjunction_max_query(extras, EXTRA_TIE)] if extras else []
        if not asked.enough:
            gate = _every(clauses)
            return _lifted(gate, lifted) if lifted else gate
        met = [self._met(n, asked, clauses[n], extras) for n in range(len(clauses))]
        sets = [_every([met[n] for n in range(len(met)) if bits >> n & 1]) for bits in asked.enough]
        sets += [query for query, extra in zip(extras, asked.extras, strict=True) if extra.suffices]
        return _lifted(Query.const_score_query(_any(sets), 0.0), clauses + lifted)

    def matched(self, asked: Asked, ids: Iterable[str]) -> Iterator[tuple[int, Query]]:
        """The entries, scored by the sum of 2**n for every clause, extra and lift n that they meet.

        In parts of some bits, each with how far its bits are to be moved: a score is exact to 24 bits only.
        """
        queries = [self._best(clause.alternatives) for clause in asked.clauses]
        queries += [self._best(extra.alternatives) for extra in asked.extras]
        queries += [
            self._best(lift.alternatives) if lift.alternatives else self._among(facet_field(lift.facet), [lift.value])
            for lift in asked.lifts
        ]
        among = self._among(KEY, ids)
        for first in range(0, len(queries), _BITS):
            part = queries[first : first + _BITS]
            yield first, _lifted(among, [Query.const_score_query(query, 2.0**n) for n, query in enumerate(part)])

    def _met(self, n: int, asked: Asked, clause: Query, extras: list[Query]) -> Query:
        """The clause itself, or an extra that stands in for it."""
        stand_ins = [query for query, extra in zip(extras, asked.extras, strict=True) if extra.covers >> n & 1]
        return _any([clause, *stand_ins])

    def _best(self, alternatives: tuple[Alternative, ...]) -> Query:
        return Query.disjunction_max_query([self._alternative(one) for one in alternatives], TIE)

    def _alternative(self, alternative: Alternative) -> Query:
        if alternative.together and len(alternative.lemmas) > 1:
            query = Query.disjunction_max_query(
                [self._phrase(alternative.lemmas, zone) for zone in alternative.zones], TIE
            )
        else:
            query = _every([self._lemma(lemma, alternative.zones) for lemma in alternative.lemmas])
            # Several lemmas share the weight, so that a long term is not worth more than a short one.
            query = Query.boost_query(query, 1 / len(alternative.lemmas)) if len(alternative.lemmas) > 1 else query
        return Query.boost_query(query, alternative.weight)

    def _lemma(self, lemma: str, zones: tuple[str, ...]) -> Query:
        """The lemma in the best of the zones."""
        options = []
        for zone in zones:
            in_order, in_bag = ZONES[zone]
            options.append(Query.boost_query(Query.term_query(self._schema, zone, lemma), in_order))
            bag = Query.term_query(self._schema, bag_field(zone), lemma, "freq")
            options.append(Query.boost_query(bag, in_bag))
        return Query.disjunction_max_query(options, TIE)

    def _phrase(self, lemmas: tuple[str, ...], zone: str) -> Query:
        return Query.boost_query(Query.phrase_query(self._schema, zone, list(lemmas)), ZONES[zone][0] / len(lemmas))

    def _choices(self, facets: Mapping[str, tuple[str, ...]]) -> dict[str, Query]:
        return {name: self._among(facet_field(name), values) for name, values in facets.items() if values}

    def _among(self, field: str, values: Iterable[str]) -> Query:
        """A narrowing: it decides what is found and never how high."""
        known = [encodable(value) for value in values]
        if not known:
            return Query.empty_query()
        return Query.const_score_query(Query.term_set_query(self._schema, field, known), 0.0)

    def _starting(self, first: int | None, last: int | None) -> Query:
        days = Query.range_query(self._schema, STARTS, FieldType.Integer, first, last)
        return Query.const_score_query(days, 0.0)


def _every(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _any(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _lifted(gate: Query, optional: list[Query]) -> Query:
    """What the gate lets through, scored by the optional ones as well."""
    return Query.boolean_query([(Occur.Must, gate)] + [(Occur.Should, query) for query in optional])
