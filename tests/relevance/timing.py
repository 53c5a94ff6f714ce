"""How long a search takes: planning alone, and all of it with every facet counted."""

from collections.abc import Callable, Sequence

from search import engine
from tests.bench.timing import Times, timed
from tests.relevance.judgments import Judged
from tests.relevance.systems import Site

_ROUNDS = 3


def times(queries: Sequence[Judged]) -> dict[str, Times]:
    """Both, over all queries, when everything is warm."""
    asked = [Site().query(one.text, one.municipality) for one in queries]
    finder = engine()
    # The planner is a part of every engine of ours; the port has no need to show it.
    steps: dict[str, Callable] = {"planning": finder._planner.read, "search with all facets": finder.search}
    for step in steps.values():
        for query in asked:
            step(query)
    return {name: timed(step, asked * _ROUNDS) for name, step in steps.items()}
