"""Why an entry stands where it does, and why another is not among the hits."""

import pytest

from search import Entry, Near, Query
from tests.search.engines import embedded
from tests.search.plan.conftest import VOCABULARY


@pytest.fixture
def engine(tmp_path):
    made = embedded(tmp_path, VOCABULARY)
    made.rebuild(
        [
            Entry(
                id="offer:1", title="Kor", text="Vi drikker kaffe.", facets={"municipality": ("vejle",)}, complete=True
            ),
            Entry(id="offer:2", title="Kaffe", facets={"municipality": ("randers",)}, points=((56.46, 10.03),)),
            Entry(id="offer:3", title="Samvær", labels=("Ensomhed",), facets={"municipality": ("vejle",)}),
        ]
    )
    return made


def explained(engine, ident, **asked):
    return engine.explain(Query(**asked), [ident])[0]


def test_each_word_is_told_with_where_it_stands(engine):
    told = explained(engine, "offer:1", text="kor kaffe")
    assert {(met.asked, met.by, met.zone) for met in told.met} >= {("kor", "kor", "title"), ("kaffe", "kaffe", "text")}
    assert all(met.score > 0 for met in told.met)
    assert told.missing == ()
    assert told.hindrances == ()


def test_the_place_and_the_score_are_those_of_the_search(engine):
    query = Query(text="kor kaffe")
    results = engine.search(query)
    told = engine.explain(query, results.ids)
    assert [one.place for one in told] == [1, 2]
    assert {one.id: one.score for one in told} == dict(results.scores)


def test_what_an_entry_lacks_is_named(engine):
    told = explained(engine, "offer:2", text="kor kaffe")
    assert told.missing == ("kor",)
    assert told.factors["share"] < 1


def test_a_meaning_is_told_by_the_label_that_carries_it(engine):
    told = explained(engine, "offer:3", text="føler mig alene")
    assert ("ensomhed", "labels") in {(met.by, met.zone) for met in told.met}


def test_factors_tell_what_the_score_was_multiplied_by(engine):
    full, lacking = engine.explain(Query(text="kaffe"), ["offer:1", "offer:2"])
    assert full.factors["complete"] > lacking.factors["complete"]
    assert set(full.factors) == {"share", "wished", "fresh", "complete", "near", "meant", "akin"}


@pytest.mark.parametrize(
    ("ident", "asked", "hindrances"),
    [
        ("offer:99", {"text": "kor"}, ("index",)),
        ("offer:2", {"text": "kor"}, ("words",)),
        ("offer:2", {"text": "kaffe", "scope": {"municipality": ("vejle",)}}, ("scope",)),
        ("offer:2", {"text": "kaffe", "facets": {"municipality": ("vejle",)}}, ("municipality",)),
        ("offer:1", {"text": "kaffe", "near": Near(56.46, 10.03, 5)}, ("radius",)),
        ("offer:3", {"text": "kor", "scope": {"municipality": ("randers",)}}, ("scope", "words")),
    ],
)
def test_what_keeps_an_entry_away_is_told(engine, ident, asked, hindrances):
    told = explained(engine, ident, **asked)
    assert told.place == 0
    assert told.hindrances == hindrances


@pytest.mark.parametrize("text", ["", "  ", "\x00", "i Randers", "((("])
def test_a_text_without_words_is_no_error(engine, text):
    assert explained(engine, "offer:1", text=text).met == ()
