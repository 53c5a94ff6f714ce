"""Answers requests from one generation of the index."""

from collections.abc import Iterable, Sequence
from typing import Any

import tantivy
from tantivy import Query, Searcher

from search.embedded.facts_log import FactsReader
from search.embedded.folder import Generation
from search.embedded.links import Links, can_be_locked
from search.embedded.query import Narrowed, QueryBuilder
from search.embedded.schema import (
    KEY,
    NUMBER,
    ORDERS,
    WORDS,
    bag_field,
    facet_field,
    id_of,
    register_analyzer,
)
from search.facts import Facts
from search.plan.clauses import SEARCHED, ZONES, Asked
from search.store import Answer, Hit, Request

#: More values than any facet has.
_BUCKETS = 65_000


class Reader:
    """One opened generation. Opened in the process that uses it: after a fork it would see no more commits."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation
        self.about = generation.about()
        self._links = None if can_be_locked(generation.index) else Links(generation.index)
        self._index = tantivy.Index.open(str(self._links.folder if self._links else generation.index))
        register_analyzer(self._index)
        self._queries = QueryBuilder(self._index.schema)
        self._facts = FactsReader(generation.facts)

    def is_opened_rightly(self) -> bool:
        """Whether the folder still can be written to, or still cannot: a disk may be mounted in another way meanwhile."""
        return (self._links is None) is can_be_locked(self.generation.index)

    def searcher(self) -> Searcher:
        """The index as it is after the last commit, by whichever process."""
        if self._links:
            self._links.renew()
        self._index.reload()
        return self._index.searcher()

    def facts(self) -> Facts:
        return self._facts.facts()

    def ask(self, request: Request) -> Answer:
        searcher = self.searcher()
        narrowed = self._queries.narrowed(request)
        hits, total = self._hits(searcher, narrowed.query(), request)
        counts, without = self._counts(searcher, request, narrowed)
        return Answer(hits, total, counts, without)

    def matched(self, asked: Asked, ids: Sequence[str]) -> dict[str, int]:
        return self._bits(self.searcher(), asked, ids)

    def ids(self) -> frozenset[str]:
        searcher = self.searcher()
        everything = searcher.search(Query.all_query(), limit=max(1, searcher.num_docs), order_by_field=KEY)
        return frozenset(str(key) for key, _ in everything.hits)

    def words(self) -> dict[str, int]:
        searcher = self.searcher()
        words: dict[str, int] = {}
        for field in (WORDS, *(name for zone in ZONES for name in (zone, bag_field(zone)))):
            for word, count in searcher.terms_with_prefix(field, ""):
                words[word] = max(count, words.get(word, 0))
        return words

    def frequency(self, lemma: str) -> int:
        searcher = self._index.searcher()
        fields = [field for zone in SEARCHED for field in (zone, bag_field(zone))]
        return max(searcher.doc_freq(field, lemma) for field in fields)

    def _hits(self, searcher: Searcher, query: Query, request: Request) -> tuple[tuple[Hit, ...], int]:
        if request.order == "score" and request.asked:
            return self._best(searcher, query, request, request.asked)
        field = KEY if request.order == "score" else ORDERS[request.order]
        # tantivy panics when asked for no hits at all.
        found = searcher.search(
            query, limit=max(1, request.limit), offset=request.offset, order_by_field=field, order=tantivy.Order.Asc
        )
        return tuple(Hit(id_of(str(value))) for value, _ in found.hits[: request.limit]), _total(found)

    def _best(self, searcher: Searcher, query: Query, request: Request, asked: Asked) -> tuple[tuple[Hit, ...], int]:
        end = request.offset + request.limit
        scored, total = self._scored(searcher, query, max(1, end))
        page = sorted(scored, key=lambda hit: (-hit[1], hit[0]))[request.offset : end]
        bits = self._matched(searcher, asked, [key for key, _ in page])
        return tuple(Hit(key, score, bits.get(key, 0)) for key, score in page), total

    def _scored(self, searcher: Searcher, query: Query, wanted: int) -> tuple[list[tuple[str, float]], int]:
        """The best hits, with all that tie with the last one, since tantivy breaks ties as it likes."""
        limit = wanted + 1
        found = searcher.search(query, limit=limit)
        while len(found.hits) == limit and found.hits[-1][0] == found.hits[wanted - 1][0]:
            limit *= 4
            found = searcher.search(query, limit=limit)
        keys = self._keys(searcher, [address for _, address in found.hits])
        return [(key, float(score)) for key, (score, _) in zip(keys, found.hits, strict=True)], _total(found)

    def _keys(self, searcher: Searcher, addresses: list[tantivy.DocAddress]) -> list[str]:
        self._facts.facts()
        names = self._facts.names
        numbers = [int(number or 0) for number in searcher.fast_field_values(NUMBER, addresses)] if addresses else []
        return [
            names[number] if number in names else str(searcher.doc(address).get_first(KEY))
            for number, address in zip(numbers, addresses, strict=True)
        ]

    def _matched(self, searcher: Searcher, asked: Asked, keys: list[str]) -> dict[str, int]:
        """Which clauses each hit meets; all of them when nothing less was asked for."""
        if not asked.enough and not asked.lifts:
            return dict.fromkeys(keys, asked.everything)
        return self._bits(searcher, asked, keys)

    def _bits(self, searcher: Searcher, asked: Asked, keys: Sequence[str]) -> dict[str, int]:
        bits: dict[str, int] = dict.fromkeys(keys, 0)
        for first, query in self._queries.matched(asked, keys) if keys else ():
            found = searcher.search(query, limit=len(keys))
            names = self._keys(searcher, [address for _, address in found.hits])
            for name, (score, _) in zip(names, found.hits, strict=True):
                bits[name] += int(score) << first
        return bits

    def _counts(
        self, searcher: Searcher, request: Request, narrowed: Narrowed
    ) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
        """One look for all facets without a choice, and one for each that has one."""
        counts = _count(searcher, narrowed.query(), [name for name in request.counted if name not in narrowed.choices])[
            0
        ]
        without = {}
        for name in narrowed.choices if request.without else ():
            own = [name] if name in request.counted else []
            more, without[name] = _count(searcher, narrowed.query(but=name), own, total=True)
            counts |= more
        return counts, without


def _total(found: tantivy.SearchResult) -> int:
    return int(found.count)  # type: ignore[attr-defined]  # missing in the stubs of 0.27


def _count(
    searcher: Searcher, query: Query, facets: Iterable[str], *, total: bool = False
) -> tuple[dict[str, dict[str, int]], int]:
    asked: dict[str, dict[str, Any]] = {
        f"of {name}": {"terms": {"field": facet_field(name), "size": _BUCKETS}} for name in facets
    }
    if total:
        asked["total"] = {"value_count": {"field": NUMBER}}
    if not asked:
        return {}, 0
    told = searcher.aggregate(query, asked)
    counts = {
        name.removeprefix("of "): {str(bucket["key"]): int(bucket["doc_count"]) for bucket in told[name]["buckets"]}
        for name in asked
        if name != "total"
    }
    return counts, int(told["total"]["value"]) if total else 0
