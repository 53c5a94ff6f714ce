"""Times of many runs, and how they are said."""

import os
import resource
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
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


def work_of(process: int) -> float:
    """Seconds of processor time that a process and those that it started have taken so far (Linux)."""
    folder = Path("/proc", str(process))
    # After the name, which may have spaces: user and system time are fields 14 and 15 of proc(5).
    user, system = (folder / "stat").read_text().rpartition(")")[2].split()[11:13]
    started = [int(child) for task in (folder / "task").iterdir() for child in (task / "children").read_text().split()]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK") + sum(map(work_of, started))


def memory() -> int:
    """The most memory that this process has had resident so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
