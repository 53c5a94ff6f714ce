"""The one door to the network: time, logs, and what an error means. Everything that goes wrong is `SearchUnavailable`.

No text of a query passes into a log or a message: what people search for is nobody's business.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.contract import SearchUnavailable
from search.elastic.address import Address

T = TypeVar("T")
logger = logging.getLogger(__name__)

#: For people who wait: one second, one try. For work that nobody waits for: patience.
CITIZENS_TIMEOUT, WORKERS_TIMEOUT, WORKERS_RETRIES = 1.0, 30.0, 3
#: What takes longer is told in the log.
SLOW = 0.5
#: With less time left than this no question is worth asking.
_TOO_SHORT = 0.02
_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)


class Missing(SearchUnavailable):
    """The index, alias or document is not there."""


class Unready(SearchUnavailable):
    """The shards of the index are coming or going."""


class Taken(SearchUnavailable):
    """Somebody else changed the document first."""


@contextmanager
def budget(seconds: float) -> Iterator[None]:
    """All that is asked inside has to be answered within so many seconds together."""
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


class Door:
    """Asks one cluster, with one patience. Each process has connections of its own."""

    def __init__(self, address: Address, timeout: float, retries: int = 0) -> None:
        self._address = address
        self._timeout = timeout
        self._retries = retries
        self._client: Elasticsearch | None = None
        self._process = os.getpid()

    def ask(self, what: str, question: Callable[[Elasticsearch], T]) -> T:
        """The answer, or `SearchUnavailable`. `what` completes "Elasticsearch cannot ..."."""
        started = time.monotonic()
        try:
            return question(self._connected().options(request_timeout=self._left(what, started)))
        except ApiError as problem:
            raise _meaning(what, problem) from None
        except TransportError as problem:
            raise SearchUnavailable(f"Elasticsearch cannot {what}: {type(problem).__name__}") from None
        finally:
            took = time.monotonic() - started
            if took > SLOW:
                logger.warning("Elasticsearch took %.0f ms to %s", took * 1000, what)

    def search(self, index: str, body: Mapping[str, Any], preference: str | None = None) -> dict[str, Any]:
        """The answer to a search, whole: one with a part missing would be a lie about totals and counts."""
        what = "answer a search"
        limit = f"{int(self._left(what, time.monotonic()) * 1000)}ms"
        answer = self.ask(
            what,
            lambda client: dict(
                client.search(
                    index=index,
                    body={**body, "timeout": limit},
                    preference=preference,
                    allow_partial_search_results=False,
                ).body
            ),
        )
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise SearchUnavailable("Elasticsearch answered in part only.")
        return answer

    def _left(self, what: str, now: float) -> float:
        deadline = _deadline.get()
        left = self._timeout if deadline is None else min(self._timeout, deadline - now)
        if left < _TOO_SHORT:
            raise SearchUnavailable(f"Elasticsearch cannot {what} in the time that is left.")
        return left

    def left_to_wait(self) -> float | None:
        """Seconds that whoever waits still has; None when nobody does."""
        deadline = _deadline.get()
        return None if deadline is None else max(0.0, deadline - time.monotonic())

    def _connected(self) -> Elasticsearch:
        # A connection that two processes share would give one the other's answers.
        if self._client is None or self._process != os.getpid():
            self._client, self._process = self._connect(), os.getpid()
        return self._client

    def _connect(self) -> Elasticsearch:
        return Elasticsearch(
            list(self._address.hosts),
            max_retries=self._retries,
            retry_on_timeout=self._retries > 0,
            retry_on_status=(429, 502, 503, 504) if self._retries else (),
            **self._address.access,
        )


def _meaning(what: str, problem: ApiError) -> SearchUnavailable:
    # The reason would be clearer, but it may repeat what was asked.
    message = f"Elasticsearch cannot {what}: {problem.status_code} {problem.message}"
    return {404: Missing, 409: Taken, 503: Unready}.get(problem.status_code, SearchUnavailable)(message)
