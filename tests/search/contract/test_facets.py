"""Facets narrow each other, their values are alternatives, and their counts are exact."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import Entry, Query
from tests.search.engines import ENGINES, engine_for

VALUES = {
    "need": ("ensomhed", "motion", "sorg", "unknown"),
    "target_group": ("unge", "aeldre", "maend"),
    "kind": ("forening", "kursus"),
    "municipality": ("vejle", "randers", "hele-landet"),
}
WORDS = ("kaffe", "gruppe", "skov", "sang")


def test_a_facet_counts_as_if_it_were_not_chosen(engine, swim, choir):
    engine.rebuild([swim, choir])
    results = engine.search(Query(facets={"need": ("motion",)}, counted=("need",)))
    assert results.ids == ("offer:1",)
    assert results.counts["need"] == {"motion": 1, "musik": 1, "ensomhed": 1}
    assert results.without == {"need": 2}


def test_values_within_a_facet_are_alternatives(engine, swim, choir):
    engine.rebuild([swim, choir])
    assert engine.search(Query(facets={"need": ("motion", "musik")})).total == 2


def test_a_value_that_no_entry_has_finds_nothing_and_is_no_error(engine, swim):
    engine.rebuild([swim])
    results = engine.search(Query(facets={"need": ("findes ikke",), "kind": ("\ud800", "a\x00b")}, counted=("need",)))
    assert (results.ids, results.total, results.counts) == ((), 0, {"need": {}})


def test_an_empty_choice_is_no_choice(engine, swim):
    engine.rebuild([swim])
    results = engine.search(Query(facets={"need": ()}, counted=("need",)))
    assert (results.total, results.without) == (1, {})


def test_the_scope_is_part_of_every_count(engine):
    engine.rebuild(
        Entry(id=f"offer:{town}", title="Kor", facets={"municipality": (town,), "need": ("musik",)})
        for town in ("vejle", "randers", "hele-landet")
    )
    query = Query(
        scope={"municipality": ("vejle", "hele-landet")}, facets={"need": ("x",)}, counted=("municipality", "need")
    )
    results = engine.search(query)
    assert results.counts == {"municipality": {}, "need": {"musik": 2}}
    assert results.without == {"need": 2}


def test_more_values_than_an_engine_gives_by_itself_are_all_counted(engine):
    engine.rebuild(Entry(id=f"offer:{n}", title="Kor", facets={"municipality": (f"m{n}",)}) for n in range(300))
    assert len(engine.search(Query(counted=("municipality",))).counts["municipality"]) == 300


@pytest.mark.parametrize(
    ("audience", "groups", "found"),
    [
        ({}, ("unge", "aeldre"), {"unge", "aeldre"}),
        ({"unge": "only"}, ("unge",), {"unge"}),
        ({"unge": "mainly"}, ("unge", "aeldre"), {"unge", "aeldre"}),
    ],
    ids=["open to all", "only for one", "mainly for one"],
)
def test_an_offer_only_for_others_is_never_found(engine, audience, groups, found):
    engine.rebuild([Entry(id="offer:1", title="Kor", facets={"target_group": groups}, audience=audience)])
    assert {g for g in ("unge", "aeldre") if engine.search(Query(facets={"target_group": (g,)})).total} == found


subsets = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(values), unique=True, max_size=3) for name, values in VALUES.items()}
)
entries = st.lists(st.tuples(st.lists(st.sampled_from(WORDS), max_size=3), subsets), min_size=1, max_size=25)
choices = st.tuples(st.sampled_from(("", *WORDS)), subsets, subsets)


@pytest.fixture(scope="module", params=ENGINES)
def filled(request, tmp_path_factory):
    """One engine for all examples, refilled for each."""
    return engine_for(request, tmp_path_factory.mktemp("index"), "many")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=entries, asked=st.lists(choices, min_size=5, max_size=5))
def test_counts_are_what_counting_by_hand_gives(filled, rows, asked):
    kept = {
        f"offer:{n}": (words, {name: tuple(values) for name, values in facets.items()})
        for n, (words, facets) in enumerate(rows)
    }
    filled.rebuild(Entry(id=key, title=" ".join(words), facets=facets) for key, (words, facets) in kept.items())
    for text, scope, facets in asked:
        results = filled.search(
            Query(
                text=text,
                scope={name: tuple(values[:1]) for name, values in scope.items() if len(values) == 3},
                facets={name: tuple(values) for name, values in facets.items()},
                counted=tuple(VALUES),
                size=100,
                sort="name",
            )
        )
        narrowed = {name: values[:1] for name, values in scope.items() if len(values) == 3}
        inside = [row for row in kept.items() if _matches(row[1], text, narrowed)]
        assert set(results.ids) == {key for key, row in inside if _matches(row, "", facets)}
        assert results.total == len(results.ids)
        for name in VALUES:
            others = {other: values for other, values in facets.items() if other != name}
            left = [row for _, row in inside if _matches(row, "", others)]
            assert results.counts[name] == dict(Counter(value for row in left for value in row[1][name]))
            assert results.without.get(name) == (len(left) if facets[name] else None)


def _matches(row, text, facets):
    words, own = row
    return (not text or text in words) and all(
        not values or set(values) & set(own[name]) for name, values in facets.items()
    )
