"""Nothing typed is an error, and words are found where they stand."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import MAX_TEXT, Entry, Query
from tests.search.engines import ENGINES, engine_for

HOSTILE = [
    '"', "AND", "OR NOT", "title:x", "(", ")((", "*", "æøå -", "+kor -sang", "kor~2", "kor^9", "/.*/", "{!lucene}",
    "'; DROP TABLE offers; --", "<script>alert(1)</script>", "\x00\x01\x1f", "kor\x00sang", "\ud800", "\u202ekor",
    "%s %d {0}", "\\", "🙂", "§", "ﷺ" * 300, "x" * 10_000, " ".join(["kor"] * 5_000), "\n\t ", "a\u0301" * 500,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text[:12]) for text in HOSTILE])
def test_no_text_a_citizen_types_is_an_error(engine, swim, choir, text):
    engine.rebuild([swim, choir])
    results = engine.search(Query(text=text, counted=("need",)))
    assert results.total >= len(results.ids)


@pytest.fixture(scope="module", params=ENGINES)
def filled(request, tmp_path_factory):
    engine = engine_for(request, tmp_path_factory.mktemp("index"), "many")
    engine.rebuild(Entry(id=f"offer:{n}", title=f"Gruppe {n}", text="for pårørende (og andre)") for n in range(20))
    return engine


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=300), page=st.integers(-5, 10**9), size=st.integers(-5, 10**6))
def test_any_text_page_and_size_has_an_answer(filled, text, page, size):
    results = filled.search(Query(text=text, page=page, size=size))
    assert len(results.ids) <= results.total <= 20


def test_words_of_a_query_language_are_ordinary_words(engine):
    engine.rebuild([Entry(id="offer:1", title="Aktiv and friends"), Entry(id="offer:2", title="Kor")])
    assert engine.search(Query(text="AND", exactly=True)).ids == ("offer:1",)


def test_a_text_is_cut_rather_than_refused(engine, choir):
    engine.rebuild([choir])
    assert engine.search(Query(text="kor " * MAX_TEXT + "findesikke", exactly=True)).ids == ("offer:2",)


@pytest.mark.parametrize("text", ["", "   ", "?!", "\x00"])
def test_text_without_a_word_lists_everything(engine, swim, choir, text):
    engine.rebuild([swim, choir])
    assert engine.search(Query(text=text)).total == 2


def test_every_field_is_searched_and_the_title_counts_most(engine):
    engine.rebuild(
        [
            Entry(id="offer:1", title="Et", text="Her er en kaffeklub med kaffe til alle"),
            Entry(id="offer:2", title="To", labels=("Kaffe",)),
            Entry(id="offer:3", title="Kaffe"),
            Entry(id="offer:4", title="Fire", concepts=("kaffe",)),
            Entry(id="offer:5", title="Fem"),
        ]
    )
    ids = engine.search(Query(text="kaffe")).ids
    assert ids[:2] == ("offer:3", "offer:2")
    assert set(ids[2:]) == {"offer:1", "offer:4"}


def test_all_words_must_be_there_when_nothing_may_be_loosened(engine, swim, choir):
    engine.rebuild([swim, choir])
    assert engine.search(Query(text="sammen svømmer", exactly=True)).ids == ("offer:1",)
    assert engine.search(Query(text="svømmer kaffe", exactly=True)).ids == ()


def test_choices_never_change_the_score(engine, swim, choir):
    engine.rebuild([swim, choir])
    free = engine.search(Query(text="svømning"))
    narrowed = engine.search(Query(text="svømning", facets={"need": ("motion",)}, scope={"need": ("motion", "sorg")}))
    assert free.scores == narrowed.scores == {"offer:1": 1.0}
