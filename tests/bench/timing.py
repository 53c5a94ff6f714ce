"""Times of many runs, and how they are said."""

import resource
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Times:
    """Milliseconds: the middle one, and the one that only a twentieth is above."""

    p50: float
    p95: float

    @classmethod
    def of(cls, taken: Iterable[float]) -> "Times":
        ordered = sorted(taken)
        return cls(ordered[len(ordered) // 2] * 1000, ordered[int(len(ordered) * 0.95)] * 1000)

    def __str__(self) -> str:
        return f"p50 {self.p50:8.2f} ms   p95 {self.p95:8.2f} ms"


def timed(step: Callable[[Any], object], things: Iterable[Any]) -> Times:
    """The times of one step over many things."""
    return Times.of(seconds(step, thing) for thing in things)


def seconds(step: Callable[..., object], *arguments: Any) -> float:
    """How long one call takes."""
    begun = perf_counter()
    step(*arguments)
    return perf_counter() - begun


def memory() -> int:
    """The most memory that this process has had resident so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
