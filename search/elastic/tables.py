"""What a process remembers of the index: the facts of every entry, and how many entries have each word.

Distances, ranking and planning need them at every search; asking each time would cost more than searching. What other
processes write is noticed within a second, and what was added is read, not everything again.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Range

from search.contract import SearchUnavailable
from search.elastic.documents import WORDS, bag_field, each_word, fact_of, zone_fields
from search.elastic.door import Door, Unready
from search.elastic.indices import Indices
from search.elastic.names import Name
from search.elastic.pages import all_ids, all_sources
from search.facts import Fact, Facts
from search.plan.clauses import SEARCHED

#: So long may a process not know what others have written, in seconds.
_FRESH = 1.0
_WORDS_PAGE = 20_000
#: When so many entries, and this share of all, were put again, words are counted again: old ones are counted twice.
_PUT_AGAIN, _SHARE = 200, 0.05
#: So many seconds it is waited for an index whose shards are coming or going, the last pause first.
_PAUSES = (0.4, 0.2, 0.1)
_COUNTED = (WORDS, *(each_word(name) for name in zone_fields()))
_FREQUENT = tuple(each_word(name) for zone in SEARCHED for name in (zone, bag_field(zone)))


@dataclass(slots=True)
class Tables:
    """What is known of one index, up to one batch."""

    name: Name
    entries: int
    batch: int
    facts: Facts
    counts: dict[str, Counter[str]]
    put_again: int = 0
    rows: dict[str, Fact] = field(default_factory=dict)

    def frequency(self, lemma: str) -> int:
        return max(self.counts[name][lemma] for name in _FREQUENT)

    def words(self) -> dict[str, int]:
        words: dict[str, int] = {}
        for counts in self.counts.values():
            for word, count in counts.items():
                words[word] = max(count, words.get(word, 0))
        return words


class TableKeeper:
    """Keeps the tables of the index that answers now."""

    def __init__(
        self,
        door: Door,
        indices: Indices,
        clock: Callable[[], float] = time.monotonic,
        patient: "TableKeeper | None" = None,
    ) -> None:
        self._door = door
        #: Reads a whole index, beside those who search: no citizen's time is enough for a large one.
        self._patient = patient
        self._reading: threading.Thread | None = None
        self._problem: SearchUnavailable | None = None
        self._starting = threading.Lock()
        self._indices = indices
        self._clock = clock
        self._tables: Tables | None = None
        self._until = float("-inf")
        self._changes = 0
        self._alone = threading.Lock()

    def current(self) -> Tables:
        """The tables, as they were at most a second ago."""
        tables = self._tables
        if tables and self._clock() < self._until:
            return tables
        # While one thread reads what is new, the others do with what is old.
        if not self._alone.acquire(blocking=tables is None):
            return tables or self.current()
        try:
            return self._refreshed()
        finally:
            self._alone.release()

    def renewed(self) -> Tables:
        """The tables as they are now."""
        self.forget()
        with self._alone:
            return self._refreshed()

    def forget(self) -> None:
        """Look again at the next question: this process wrote something, or found an index gone."""
        self._changes += 1
        self._until = float("-inf")

    def _refreshed(self) -> Tables:
        if self._tables and self._clock() < self._until:
            return self._tables  # another thread was faster
        changes, until = self._changes, self._clock() + _FRESH
        name, pauses = self._indices.current(), list(_PAUSES)
        while True:
            try:
                self._tables = self._of(name)
                break
            except SearchUnavailable as problem:
                # A rebuild may have cleared it away under the question; its shards go a moment before its name.
                name, gone = self._indices.current(), name
                if name == gone:
                    if not isinstance(problem, Unready) or not pauses:
                        raise
                    time.sleep(pauses.pop())
        self._until = until if changes == self._changes else float("-inf")
        return self._tables

    def _of(self, name: Name) -> Tables:
        tables = self._tables
        entries, batch = self._state(name)
        if tables is None or tables.name != name:
            return self._whole(self._patient) if self._patient else self._read(name, entries, batch)
        if (tables.entries, tables.batch) != (entries, batch):
            return self._read_on(tables, entries, batch)
        return tables

    def _whole(self, patient: "TableKeeper") -> Tables:
        """The tables of an index that this process has not read before, once they have been read."""
        with self._starting:
            if self._reading is None or not self._reading.is_alive():
                self._problem = None
                self._reading = threading.Thread(
                    target=self._read_aside, args=(patient,), name="vejviser-tables", daemon=True
                )
                self._reading.start()
            reading = self._reading
        reading.join(self._door.left_to_wait())
        if reading.is_alive():
            raise SearchUnavailable("Elasticsearch's words are being read; that takes a moment.")
        if self._problem:
            raise self._problem
        return patient.current()

    def _read_aside(self, patient: "TableKeeper") -> None:
        try:
            patient.renewed()
        except SearchUnavailable as problem:
            self._problem = problem

    def _state(self, name: Name) -> tuple[int, int]:
        """How many entries there are, and the last batch that put one."""
        search = Search().extra(size=0, track_total_hits=True)
        search.aggs.metric("batch", A("max", field="batch"))
        told = self._door.search(name.text, search.to_dict())
        return int(told["hits"]["total"]["value"]), int(told["aggregations"]["batch"]["value"] or 0)

    def _read(self, name: Name, entries: int, batch: int) -> Tables:
        rows = {key: fact_of(key, source["facts"]) for key, source in self._put_after(name, 0, "facts")}
        counts = {counted: self._word_counts(name, counted) for counted in _COUNTED}
        return Tables(name, entries, batch, Facts(rows.values()), counts, rows=rows)

    def _read_on(self, tables: Tables, entries: int, batch: int) -> Tables:
        """The tables with what was put since, and without what was dropped."""
        rows, put_again = dict(tables.rows), tables.put_again
        counts = {name: Counter(words) for name, words in tables.counts.items()}
        for key, source in self._put_after(tables.name, tables.batch, "facts", WORDS, *zone_fields()):
            put_again += key in rows
            rows[key] = fact_of(key, source["facts"])
            for name in _COUNTED:
                counts[name].update(set(source[name.removesuffix(".each")]))
        if put_again > max(_PUT_AGAIN, _SHARE * entries):
            return self._read(tables.name, entries, batch)
        if len(rows) != entries:
            there = set(all_ids(self._door, tables.name.text))
            rows = {key: fact for key, fact in rows.items() if key in there}
        return Tables(tables.name, entries, batch, Facts(rows.values()), counts, put_again, rows)

    def _put_after(self, name: Name, batch: int, *wanted: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        return all_sources(self._door, name.text, Search().query(Range("batch", {"gt": batch})).source(list(wanted)))

    def _word_counts(self, name: Name, counted: str) -> Counter[str]:
        search = Search().extra(size=0)
        search.aggs.metric("different", A("cardinality", field=counted))
        different = self._door.search(name.text, search.to_dict())["aggregations"]["different"]["value"]
        # In shares that stay below what a server tells at once, also when its estimate is somewhat low.
        shares = 1 + int(different) // _WORDS_PAGE
        counts: Counter[str] = Counter()
        for share in range(shares):
            search = Search().extra(size=0)
            include = {"partition": share, "num_partitions": shares}
            search.aggs.bucket("words", "terms", field=counted, size=2 * _WORDS_PAGE, include=include)
            told = self._door.search(name.text, search.to_dict())["aggregations"]["words"]
            if told["sum_other_doc_count"]:
                raise SearchUnavailable("Elasticsearch did not tell all words.")
            counts.update({row["key"]: row["doc_count"] for row in told["buckets"]})
        return counts
