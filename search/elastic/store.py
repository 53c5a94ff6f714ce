"""The store in a cluster: an index behind an alias, for any number of machines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar
from zlib import crc32

from search.contract import Entry, Health, IndexLost, SearchUnavailable
from search.danish import Analyser
from search.elastic.address import Address
from search.elastic.answers import answer_of, matched_of
from search.elastic.documents import Documents, fingerprint, mappings
from search.elastic.door import CITIZENS_TIMEOUT, WORKERS_RETRIES, WORKERS_TIMEOUT, Door
from search.elastic.indices import Indices
from search.elastic.lock import WriterLock
from search.elastic.names import Names
from search.elastic.pages import all_ids
from search.elastic.query import matched_body, search_body
from search.elastic.tables import TableKeeper, Tables
from search.elastic.writer import Writer
from search.facts import Facts, without_meaning
from search.plan.clauses import Asked
from search.store import Answer, Request, UnknownFacet

T = TypeVar("T")
#: Copies of an index give equal entries different places; the same question goes to the same copy.
_COPIES = 16


class ElasticStore:
    """Keeps entries in Elasticsearch; any number of processes read, one at a time writes."""

    def __init__(  # noqa: PLR0913 - the times are told by name, and only by tests
        self,
        address: Address,
        analyser: Analyser,
        facets: tuple[str, ...],
        topic_facets: tuple[str, ...] = (),
        meaning: Callable[[Entry], str] = without_meaning,
        *,
        timeout: float = CITIZENS_TIMEOUT,
        patience: float = 60.0,
        lease: float = 30.0,
    ) -> None:
        self._facets = facets
        layout = mappings(facets)
        self._names = Names(address.prefix, fingerprint(layout, address.shards), analyser.version)
        # Citizens get one try; the worker, for whom nobody waits, has patience.
        self._asking, self._working = Door(address, timeout), Door(address, WORKERS_TIMEOUT, WORKERS_RETRIES)
        self._indices = Indices(self._working, self._names, address, layout)
        self._answering = Indices(self._asking, self._names, address, layout)
        self._tables = TableKeeper(
            self._asking,
            self._answering,
            patient=TableKeeper(self._working, self._indices),
        )
        self._lock = WriterLock(self._working, self._names.lock, patience, lease)
        documents = Documents(analyser, facets, topic_facets, meaning)
        self._writer = Writer(self._working, self._indices, documents, self._names.alias)

    def ask(self, request: Request) -> Answer:
        unknown = {*request.scope, *request.facets, *request.counted} - set(self._facets)
        if unknown:
            raise UnknownFacet(f"No facet is called {', '.join(sorted(unknown))}: name it in search.configure().")
        body = search_body(request)
        copy = str(crc32(repr((request.asked, request.order)).encode()) % _COPIES)
        return self._told(lambda tables: answer_of(self._asking.search(tables.name.text, body, copy), request))

    def matched(self, asked: Asked, ids: Sequence[str]) -> Mapping[str, int]:
        if not ids:
            return {}
        body, copy = matched_body(asked, ids), str(crc32(repr(asked).encode()) % _COPIES)
        bits = self._told(lambda tables: matched_of(self._asking.search(tables.name.text, body, copy)))
        return {key: bits.get(key, 0) for key in ids}

    def facts(self) -> Facts:
        return self._tables.current().facts

    def words(self) -> Mapping[str, int]:
        return self._tables.current().words()

    def frequency(self, lemma: str) -> int:
        return self._tables.current().frequency(lemma)

    def put(self, entries: Iterable[Entry]) -> None:
        self.change(entries, ())

    def drop(self, ids: Iterable[str]) -> None:
        self.change((), ids)

    def change(self, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        with self._lock.held() as held:
            self._writer.change(entries, gone, held)
        self._tables.forget()

    def rebuild(self, entries: Iterable[Entry], stamp: str = "") -> int:
        with self._lock.held() as held:
            # The entries are read only now: what was put before this moment is in the database they come from.
            self._indices.clear()
            count = self._writer.fill(entries, held, stamp)
        self._tables.forget()
        return count

    def stamp(self, stamp: str) -> None:
        with self._lock.held():
            self._indices.keep_stamp(self._indices.current().text, stamp)

    def ids(self) -> frozenset[str]:
        return frozenset(all_ids(self._working, self._indices.current().text))

    def check(self) -> Health:
        try:
            return self._health(self._tables.renewed())
        except SearchUnavailable as problem:
            return Health("elastic", ready=False, problem=str(problem), lost=isinstance(problem, IndexLost))

    def _told(self, ask: Callable[[Tables], T]) -> T:
        """Ask the index that answers now, and again if a rebuild cleared it away under the question."""
        tables = self._tables.current()
        while True:
            try:
                return ask(tables)
            except SearchUnavailable:
                newer = self._tables.renewed()
                if newer.name == tables.name:
                    raise
                tables = newer

    def _health(self, tables: Tables) -> Health:
        stale = tables.name.analysis != self._names.analysis
        put = datetime.fromtimestamp(tables.batch / 1_000_000, UTC)
        return Health(
            engine="elastic",
            ready=True,
            entries=tables.entries,
            analysis=tables.name.analysis,
            committed=max(put, tables.name.made),
            stamp=self._answering.stamp_of(tables.name.text),
            problem="The analysis of words has changed since the index was made: rebuild it." if stale else "",
        )
