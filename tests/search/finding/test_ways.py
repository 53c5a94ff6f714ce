"""How a search is loosened, and what is told about it."""

import pytest

from search import Entry, Near, Query
from tests.search.engines import embedded
from tests.search.plan.conftest import VOCABULARY


@pytest.fixture
def engine(tmp_path):
    made = embedded(tmp_path, VOCABULARY)
    made.rebuild(
        [
            Entry(id="offer:1", title="Kor", facets={"municipality": ("vejle",), "free": ("yes",)}),
            Entry(id="offer:2", title="Kor med kaffe", facets={"municipality": ("randers",), "free": ("unknown",)}),
            Entry(id="offer:3", title="Rusmidler", facets={"municipality": ("vejle",)}),
            Entry(id="offer:4", title="Samvær", labels=("Ensomhed",), facets={"municipality": ("hele-landet",)}),
            Entry(
                id="offer:5",
                title="Skovtur",
                text="Tag en madpakke med.",
                concepts=("frisk luft",),
                facets={"municipality": ("vejle",)},
            ),
        ]
    )
    return made


def steps(results):
    return [(step.step, step.name, step.value) for step in results.understood.relaxed]


def test_all_words_stand_above_some_and_it_is_told(engine):
    results = engine.search(Query(text="kor kaffe"))
    assert results.ids == ("offer:2", "offer:1")
    assert steps(results) == [("some_words", "", "")]


def test_other_words_for_the_same_are_found(engine):
    assert engine.search(Query(text="misbrug")).ids == ("offer:3",)
    assert engine.search(Query(text="misbrug", exactly=True)).ids == ()


def test_a_step_that_brought_nothing_is_not_told(engine):
    assert steps(engine.search(Query(text="kor"))) == []


def test_everyday_names_of_a_label_are_looked_among_last(engine):
    assert engine.search(Query(text="frisk luft")).ids == ("offer:5",)


def test_a_wish_lifts_and_what_is_not_known_passes(engine):
    results = engine.search(Query(text="gratis kor"))
    assert results.ids == ("offer:1", "offer:2")
    assert steps(results) == []
    assert results.understood.wishes[0].typed == "gratis"


def test_a_wish_with_no_other_words_is_all_that_was_asked(engine):
    assert engine.search(Query(text="gratis")).ids == ("offer:1",)


def test_what_somebody_chose_is_never_given_up(engine):
    results = engine.search(Query(text="gratis kor", facets={"free": ("no",)}))
    assert results.total == 0
    assert results.without == {"free": 2}


def test_the_scope_is_never_given_up(engine):
    assert engine.search(Query(text="kor i Vejle", scope={"municipality": ("randers",)})).ids == ("offer:2",)


def test_an_everyday_phrase_finds_what_carries_the_label(engine):
    assert engine.search(Query(text="jeg føler mig alene")).ids == ("offer:4",)


def test_hits_that_have_little_of_what_was_asked_are_said_to_fit_badly(engine):
    weak = engine.search(Query(text="rotter madpakke"))
    assert weak.ids == ("offer:5",)
    assert weak.understood.weak
    assert not engine.search(Query(text="skovtur")).understood.weak


def test_nobody_in_a_crisis_is_told_that_nothing_fits(engine):
    results = engine.search(Query(text="rotter madpakke selvmord"))
    assert results.understood.crisis == ("life",)
    assert not results.understood.weak


def test_what_nothing_fits_finds_nothing(engine):
    assert engine.search(Query(text="rotter i haven")).total == 0


def test_a_name_that_looks_like_the_word_is_found_when_nothing_else_is(engine):
    results = engine.search(Query(text="skovturræn"))
    assert results.ids == ("offer:5",)
    assert steps(results) == [("trigrams", "", "")]
    assert engine.search(Query(text="skovturræn", exactly=True)).total == 0


def test_the_scope_holds_for_names_that_look_like_the_word(engine):
    assert engine.search(Query(text="skovturræn", scope={"municipality": ("randers",)})).total == 0


def test_one_looks_further_away_when_nothing_is_near(tmp_path):
    engine = embedded(tmp_path)
    engine.rebuild(
        [
            Entry(id="offer:1", title="Kor", points=((55.7, 9.5),)),
            Entry(id="offer:2", title="Kor", points=((57.0, 9.9),)),
        ]
    )
    near = Near(55.6, 9.5, 3)
    results = engine.search(Query(text="kor", near=near))
    assert (results.total, results.more) == (0, ("offer:1", "offer:2"))
    assert [(step.step, step.value) for step in results.understood.loosened] == [("radius", "25"), ("radius", "")]
    assert engine.search(Query(text="kor", near=near, exactly=True)).more == ()
    assert engine.search(Query(near=near)).more[0] == "offer:1"


def test_far_away_is_better_than_nothing(tmp_path):
    engine = embedded(tmp_path)
    engine.rebuild([Entry(id="offer:2", title="Kor", points=((57.0, 9.9),))])
    results = engine.search(Query(text="kor", near=Near(55.6, 9.5, 3)))
    assert (results.total, results.more) == (0, ("offer:2",))
    assert results.understood.loosened[-1].step == "radius"


def in_two_towns(engine, many):
    engine.rebuild(
        Entry(id=f"offer:{n:02}", title="Kor", facets={"municipality": (place,), "free": ("unknown",)})
        for n, place in enumerate(["vejle"] * many + ["randers"] * 12)
    )
    return engine.search(Query(text="gratis kor i Vejle"))


def test_a_place_narrows_where_it_has_enough(tmp_path):
    results = in_two_towns(embedded(tmp_path, VOCABULARY), many=12)
    assert (results.total, steps(results)) == (12, [])


def test_a_place_that_has_little_is_no_wall(tmp_path):
    results = in_two_towns(embedded(tmp_path, VOCABULARY), many=2)
    assert results.total == 14
    assert results.ids[:2] == ("offer:00", "offer:01")
    assert ("wish", "municipality", "vejle") in steps(results)


def test_a_place_that_has_three_is_enough_where_they_are_named_so(tmp_path):
    results = in_two_towns(embedded(tmp_path, VOCABULARY), many=3)
    assert results.ids == ("offer:00", "offer:01", "offer:02")


def test_a_place_where_the_words_stand_only_in_passing_is_not_enough(engine):
    there = [
        Entry(id=f"offer:v{n}", title=f"Hus {n}", text="Vi har kor.", facets={"municipality": ("vejle",)})
        for n in range(12)
    ]
    engine.rebuild([*there, Entry(id="offer:r", title="Kor", facets={"municipality": ("randers",)})])
    assert "offer:r" in engine.search(Query(text="kor i Vejle")).ids


def test_what_was_chosen_and_leaves_nothing_is_given_up_apart_from_the_hits(engine):
    results = engine.search(Query(text="kor", facets={"free": ("no",), "municipality": ("vejle",)}, counted=("free",)))
    assert (results.ids, results.total) == ((), 0)
    assert results.more == ("offer:1", "offer:2")
    assert next((step.step, step.name) for step in results.understood.loosened) == ("facet", "free")
