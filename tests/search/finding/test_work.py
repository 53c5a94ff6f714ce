"""The costliest search that a visitor can ask for: how often it asks the index, which is what it costs."""

from collections import Counter

import pytest

from search import Entry, Near, Query
from search.embedded import EmbeddedStore
from search.finding.ways import MOST_CHOICE_STEPS
from search.store import Answer, Request
from tests.search.engines import FACETS, analyser, finder
from tests.search.plan.conftest import VOCABULARY

#: Words of a text are asked for in at most so many ways, from all of them as typed to any of what they may mean.
WAYS = 7
UNKNOWN = " ".join(f"zqx{letter}rtvw" for letter in "abcdefghijklmnop")


class Counting(EmbeddedStore):
    """The store, which counts what it is asked for."""

    def __init__(self, path) -> None:
        super().__init__(path, analyser(), FACETS, ("need",), patience=10.0)
        self.asked: Counter[str] = Counter()

    def ask(self, request: Request) -> Answer:
        chosen = sum(bool(values) for values in request.facets.values())
        self.asked["requests"] += 1
        self.asked["counts"] += bool(request.counted) + chosen * request.without
        return super().ask(request)

    def words(self):
        self.asked["vocabularies"] += 1
        return super().words()


@pytest.fixture
def store(tmp_path):
    made = Counting(tmp_path)
    finder(made).rebuild(
        Entry(id=f"offer:{n}", title="Kor", facets={name: (f"{name}-{n}",) for name in FACETS}) for n in range(3)
    )
    return made


def test_everything_chosen_beside_a_text_and_a_place_is_looked_for_in_a_few_ways_and_counted_once(store):
    everything = {name: tuple(f"{name}-{n}" for n in range(60)) for name in FACETS}
    query = Query(text="ensom og bange for mennesker", facets=everything, counted=FACETS, near=Near(55.6, 9.5, 3))
    finder(store, VOCABULARY).search(query)
    radii = 4
    assert store.asked["requests"] <= WAYS + 1 + WAYS + radii + MOST_CHOICE_STEPS
    # One for the facets without a choice, one for each that has one.
    assert store.asked["counts"] <= 1 + len(FACETS)


def test_the_vocabulary_is_read_once_for_all_words_that_nobody_knows(store):
    engine = finder(store, VOCABULARY)
    engine.search(Query(text="kor"))
    store.asked.clear()
    engine.search(Query(text=UNKNOWN))
    assert store.asked["vocabularies"] <= 1
    engine.search(Query(text=UNKNOWN.upper()))
    assert store.asked["vocabularies"] <= 1


def test_what_is_given_up_in_few_steps_is_everything_in_the_end(store):
    chosen = {name: (f"{name}-nothing",) for name in FACETS}
    results = finder(store).search(Query(text="kor", facets=chosen))
    assert set(results.more) == {"offer:0", "offer:1", "offer:2"}
    assert {step.name for step in results.understood.loosened if step.step == "facet"} == set(FACETS)
