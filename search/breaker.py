"""Spares a broken engine, and those who would wait for it."""

import threading
import time
from collections import deque
from collections.abc import Callable

#: So many failures within so many seconds open it.
FAILURES, WITHIN = 3, 10.0
#: So long after that one question is let through to see.
PAUSE = 30.0


class Breaker:
    """Closed while all is well. One for each process and engine; safe between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: deque[float] = deque(maxlen=FAILURES)
        self._opened: float | None = None
        self._alone = threading.Lock()

    @property
    def open(self) -> bool:
        """Whether the engine is spared at the moment."""
        return self._opened is not None

    def allows(self) -> bool:
        """Whether to ask the engine now. When it is spared, one caller after each pause may try."""
        with self._alone:
            if self._opened is None:
                return True
            if self._clock() - self._opened < PAUSE:
                return False
            # The others wait for what this one finds out.
            self._opened = self._clock()
            return True

    def succeeded(self) -> None:
        with self._alone:
            self._opened = None
            self._failures.clear()

    def failed(self) -> None:
        with self._alone:
            now = self._clock()
            self._failures.append(now)
            if self._opened is not None or (len(self._failures) == FAILURES and now - self._failures[0] <= WITHIN):
                self._opened = now
