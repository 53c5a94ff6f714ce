"""How long a search takes: planning alone, and all of it with every facet counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from search import engine
from tests.relevance.judgments import Judged
from tests.relevance.systems import Site

_ROUNDS = 3


@dataclass(frozen=True)
class Times:
    """Milliseconds: the middle one, and the one that only a twentieth is above."""

    p50: float
    p95: float


def times(queries: Sequence[Judged]) -> dict[str, Times]:
    """Both, over all queries, when everything is warm."""
    asked = [Site().query(one.text, one.municipality) for one in queries]
    finder = engine()
    # The planner is a part of every engine of ours; the port has no need to show it.
    steps: dict[str, Callable] = {"planning": finder._planner.read, "search with all facets": finder.search}
    return {name: _timed(step, asked) for name, step in steps.items()}


def _timed(step: Callable, asked: Sequence) -> Times:
    for query in asked:
        step(query)
    taken = []
    for query in [*asked] * _ROUNDS:
        begun = perf_counter()
        step(query)
        taken.append((perf_counter() - begun) * 1000)
    taken.sort()
    return Times(taken[len(taken) // 2], taken[int(len(taken) * 0.95)])
