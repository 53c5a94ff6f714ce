"""Searching, planning and writing, on each engine, beside the bare engine."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter

from search import Query
from tests.bench.engines import Bench
from tests.bench.offers import FACETS
from tests.bench.timing import Times, memory, seconds, timed
from tests.search import judged
from tests.search.engines import analyser

_ROUNDS = 3
_PUBLISHED = 40


def queries() -> list[Query]:
    """The judged queries, everywhere and with every facet counted."""
    return [Query(text=row["text"], counted=FACETS) for row in judged.queries()]


def analysis(entries: list) -> str:
    """Words a second of texts that are analysed for the first time."""
    texts = [entry.text for entry in entries[:380]]
    words = sum(len(analyser().tokens(text)) for text in texts)
    analyser().reading.cache_clear()
    taken = seconds(lambda: [analyser().analyse(text) for text in texts])
    return f"analysis: {words / taken:,.0f} words/s ({words:,} words, cold)"


def report(bench: Bench, entries: list, bare: Callable[[], float]) -> Iterator[str]:
    """The lines of one engine."""
    taken = seconds(bench.engine.rebuild, entries)
    alone = bare()
    yield f"rebuild:           {len(entries) / taken:8,.0f} offers/s; ready-made documents alone {len(entries) / alone:,.0f}/s"
    asked = queries()
    for query in asked:
        bench.engine.search(query)
    yield f"planning:          {timed(bench.planner.read, asked * _ROUNDS)}"
    whole, bare_calls = _searches(bench, asked * _ROUNDS)
    yield f"search, 9 facets:  {whole}"
    yield f"one engine call:   {bare_calls}   (search is {whole.p95 / bare_calls.p95:.1f} times it at p95)"
    near = [replace(query, near=None, text="", counted=FACETS) for query in asked]
    yield f"facets, no words:  {timed(bench.engine.search, near)}"
    yield f"put to findable:   {_findable(bench, entries)}"
    yield f"memory so far:     {memory()} MB"


def _searches(bench: Bench, asked: list[Query]) -> tuple[Times, Times]:
    """Whole searches, and the engine call that gave each its hits, made again alone."""
    whole, alone = [], []
    for query in asked:
        whole.append(seconds(bench.engine.search, query))
        request = bench.store.last
        if request is not None:
            alone.append(seconds(bench.store.ask, request))
    return Times.of(whole), Times.of(alone)


def _findable(bench: Bench, entries: list) -> Times:
    taken = []
    for number, entry in enumerate(entries[:_PUBLISHED]):
        begun = perf_counter()
        bench.engine.put([replace(entry, title=f"Zebrahuset {number}")])
        while f"offer:{number}" not in bench.engine.search(Query(text=f"zebrahuset {number}", exactly=True)).ids:
            pass
        taken.append(perf_counter() - begun)
    return Times.of(taken)
