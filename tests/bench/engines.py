"""The engines of the bench, each with the bare calls that it is measured beside."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

import tantivy
from elasticsearch.helpers import streaming_bulk

from search.elastic import Address, ElasticEngine, ElasticStore
from search.embedded import EmbeddedStore
from search.embedded.schema import Documents as EmbeddedDocuments
from search.embedded.schema import register_analyzer, schema
from search.finding import Finder
from search.plan import Planner, WishFacets
from search.store import Answer, Request, Store
from tests.bench.offers import FACETS
from tests.search.engines import analyser, finder
from tests.search.judged import vocabulary


class Watched:
    """A store that remembers what it was asked last, so that the same can be asked of it alone."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.last: Request | None = None

    def ask(self, request: Request) -> Answer:
        self.last = request
        return self._store.ask(request)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@dataclass(frozen=True)
class Bench:
    """An engine with its parts."""

    name: str
    engine: Finder
    store: Watched
    planner: Planner


def _bench(name: str, store: Store, kind: type[Finder], **options: Any) -> Bench:
    watched = Watched(store)
    wishes = WishFacets("municipality", "", frozenset(FACETS))
    engine = finder(watched, vocabulary(), kind, wishes, **options)
    return Bench(name, engine, watched, engine._planner)


@contextmanager
def embedded() -> Iterator[Bench]:
    """The engine in the process, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="vejviser-bench-") as folder:
        yield _bench("embedded", EmbeddedStore(Path(folder), analyser(), FACETS, ("need",)), Finder)


@contextmanager
def elastic(url: str) -> Iterator[Bench]:
    """Elasticsearch, under a prefix of its own that is deleted afterwards."""
    address = replace(Address.of(url), prefix="vejviser-bench")
    store = ElasticStore(address, analyser(), FACETS, ("need",), timeout=60.0)
    # How long it takes is what is to be seen: nothing is cut off.
    yield _bench("elastic", store, ElasticEngine, patience=60.0)
    store._indices.clear()


def bare_tantivy(entries: list) -> float:
    """Seconds that tantivy alone takes for documents that are ready made."""
    make = EmbeddedDocuments(analyser(), FACETS, ("need",))
    documents = [make.document(entry) for entry in entries]
    with tempfile.TemporaryDirectory(prefix="vejviser-bench-") as folder:
        index = tantivy.Index(schema(FACETS), path=folder, reuse=False)
        register_analyzer(index)
        begun = perf_counter()
        writer = index.writer(heap_size=50_000_000, num_threads=1)
        for document in documents:
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        return perf_counter() - begun


def bare_elastic(bench: Bench, entries: list) -> float:
    """Seconds that a bulk of ready made bodies takes, by the client's own helper, into an index like ours."""
    store: Any = bench.store._store
    bodies = [store._writer._put(entry, 0) for entry in entries]
    name = store._indices.make()

    def send(client: Any) -> None:
        for _done in streaming_bulk(client, bodies, index=name, chunk_size=500):
            pass

    begun = perf_counter()
    store._working.ask("write", send)
    store._indices.finish(name)
    taken = perf_counter() - begun
    store._indices.clear()
    return taken
