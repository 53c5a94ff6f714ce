"""How many searches this process has answered, how long they took, and how often the second engine had to answer.

Numbers alone: nothing of what was searched for.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """The numbers since the process began."""

    searches: int = 0
    seconds: float = 0.0
    failures: int = 0
    fallbacks: int = 0


class Meter:
    """Counts. Safe between threads."""

    def __init__(self) -> None:
        self._alone = threading.Lock()
        self._searches = self._failures = self._fallbacks = 0
        self._seconds = 0.0

    @contextmanager
    def search(self) -> Iterator[None]:
        """Around a search: counts it, how long it took, and whether it failed."""
        begun = time.perf_counter()
        failed = 1
        try:
            yield
            failed = 0
        finally:
            with self._alone:
                self._searches += 1
                self._failures += failed
                self._seconds += time.perf_counter() - begun

    def fallback(self) -> None:
        """The second engine answered."""
        with self._alone:
            self._fallbacks += 1

    def read(self) -> Reading:
        """The numbers now."""
        with self._alone:
            return Reading(self._searches, self._seconds, self._failures, self._fallbacks)


#: That of this process.
METER = Meter()
