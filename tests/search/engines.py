"""Engines as tests need them: the real ones, empty, with a clock that stands still."""

import os
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from search.contract import Engine
from search.danish import Analyser
from search.elastic import Address, ElasticEngine, ElasticStore
from search.embedded import EmbeddedStore
from search.finding import Finder
from search.plan import Planner, Speller, WishFacets
from search.store import Store
from search.vocabulary import EMPTY, Vocabulary

FACETS = ("need", "target_group", "kind", "municipality", "age", "free")
TODAY = date(2026, 11, 25)
WISHES = WishFacets("municipality", "age", frozenset(FACETS))


@cache
def analyser() -> Analyser:
    return Analyser()


def finder(
    store: Store,
    vocabulary: Vocabulary = EMPTY,
    kind: type[Finder] = Finder,
    wishes: WishFacets = WISHES,
    **options: Any,
) -> Finder:
    speller = Speller(analyser(), store.words, store.facts, store.frequency)
    planner = Planner(
        analyser(),
        speller,
        store.frequency,
        lambda: len(store.facts()),
        vocabulary=lambda: vocabulary,
        facets=wishes,
    )
    return kind(store, planner, audience_facet="target_group", today=lambda: TODAY, **options)


def embedded(path: Path, vocabulary: Vocabulary = EMPTY) -> Engine:
    return finder(EmbeddedStore(path, analyser(), FACETS, ("need",), patience=10.0), vocabulary)


def elastic(url: str, name: str, vocabulary: Vocabulary = EMPTY) -> Engine:
    """An engine with indices of its own on a server that others use too, and patience for a machine that they share."""
    store = ElasticStore(address(url, name), analyser(), FACETS, ("need",), timeout=20.0, patience=10.0)
    return finder(store, vocabulary, kind=ElasticEngine, patience=30.0)


def address(url: str, name: str) -> Address:
    """One prefix for each process that runs tests, so that they do not meet."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    return replace(Address.of(url), prefix=f"test-{os.getpid()}-{worker}-{name}")


#: Parameters of a fixture or a test that runs with each engine.
ENGINES = ["embedded", pytest.param("elastic", marks=pytest.mark.elastic)]


def engine_for(request: pytest.FixtureRequest, folder: Path, name: str, vocabulary: Vocabulary = EMPTY) -> Engine:
    """The engine that the fixture's parameter names; `name` keeps the fixtures of one process apart."""
    if request.param == "embedded":
        return embedded(folder, vocabulary)
    return elastic(request.getfixturevalue("elasticsearch_url"), name, vocabulary)
