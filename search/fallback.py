"""Two engines as one: what the first cannot answer, the second does. Both are kept up to date, each by itself."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from search.breaker import Breaker
from search.contract import Engine, Entry, Health, Query, Results, SearchUnavailable
from search.meter import METER

logger = logging.getLogger(__name__)


class Fallback:
    """Answers as long as one of two engines does; `SearchUnavailable` means that neither could.

    A worker writes to each engine by itself (`search.targets()`), so that one that is out does not hold up the other.
    What is written here goes to both, and whatever failed is told when both have been tried.
    """

    def __init__(self, first: Engine, second: Engine, breaker: Breaker | None = None) -> None:
        self._first = first
        self._second = second
        self._breaker = breaker or Breaker()

    def search(self, query: Query) -> Results:
        if self._breaker.allows():
            try:
                return self._asked(query)
            except SearchUnavailable as problem:
                logger.warning("The second engine answers: %s", problem)
                METER.fallback()
                return self._second.search(query)
        try:
            METER.fallback()
            return self._second.search(query)
        except SearchUnavailable:
            # With the other one out as well, a second of waiting is better than no answer.
            return self._asked(query)

    def put(self, entries: Iterable[Entry]) -> None:
        rows = list(entries)
        self._both(lambda engine: engine.put(rows))

    def drop(self, ids: Iterable[str]) -> None:
        keys = list(ids)
        self._both(lambda engine: engine.drop(keys))

    def change(self, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        rows, keys = list(entries), list(gone)
        self._both(lambda engine: engine.change(rows, keys))

    def rebuild(self, entries: Iterable[Entry], stamp: str = "") -> int:
        rows = list(entries)
        return int(self._both(lambda engine: engine.rebuild(rows, stamp)))

    def stamp(self, stamp: str) -> None:
        self._both(lambda engine: engine.stamp(stamp))

    def ids(self) -> frozenset[str]:
        try:
            return self._first.ids()
        except SearchUnavailable:
            return self._second.ids()

    def digests(self) -> Mapping[str, str]:
        try:
            return self._first.digests()
        except SearchUnavailable:
            return self._second.digests()

    def check(self) -> Health:
        """The first engine's health; when it is out, the second's, with what is wrong."""
        first = self._first.check()
        if first.ready and not self._breaker.open:
            return first
        second = self._second.check()
        problem = first.problem or "It is spared for a moment after it failed."
        return replace(second, problem=" ".join(filter(None, (f"{first.engine}: {problem}", second.problem))))

    def _asked(self, query: Query) -> Results:
        try:
            results = self._first.search(query)
        except SearchUnavailable:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        return results

    def _both(self, write: Callable[[Engine], Any]) -> Any:
        failed: SearchUnavailable | None = None
        written: Any = 0
        for engine in (self._first, self._second):
            try:
                written = write(engine)
            except SearchUnavailable as problem:
                failed = failed or problem
        if failed:
            raise failed
        return written
