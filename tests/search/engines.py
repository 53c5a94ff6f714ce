"""Engines as tests need them: the real ones, empty, with a clock that stands still."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from search.contract import Engine
from search.danish import Analyser
from search.embedded import EmbeddedStore
from search.finding import Finder
from search.plan import Planner, Speller

FACETS = ("need", "target_group", "kind", "municipality")
TODAY = date(2026, 11, 25)


def embedded(path: Path) -> Engine:
    analyser = Analyser()
    store = EmbeddedStore(path, analyser, FACETS, patience=10.0)
    speller = Speller(analyser, store.words, store.facts, store.frequency)
    planner = Planner(analyser, speller, store.frequency, lambda: len(store.facts()))
    return Finder(store, planner, audience_facet="target_group", today=lambda: TODAY)


#: Another engine is one line here and one parameter in `contract/conftest.py`.
ENGINES: dict[str, Callable[[Path], Engine]] = {"embedded": embedded}
