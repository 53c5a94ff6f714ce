"""Strings that nobody should type, through plan and search over the whole demonstration. FUZZ=20000 tries more of them."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import Query
from tests.search import judged
from tests.search.engines import embedded

TRIED = int(os.environ.get("FUZZ", "600"))
SAID = (
    "kor", "ensom", "i Randers", "8900", "gratis", "18 år", "§ 104", "AND", '"', "(", "*", "~2", "\x00", "\ud800", "min mand",
    "kan ikke mere", "vil ikke leve", "misbrug", "vaerested",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(SAID), st.text(max_size=12)), max_size=12).map(" ".join)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    made = embedded(tmp_path_factory.mktemp("index"), judged.vocabulary())
    made.rebuild(judged.entries())
    return made


@pytest.mark.slow
@settings(max_examples=TRIED, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(text=TEXTS)
def test_no_string_is_an_error(engine, text):
    results = engine.search(Query(text=text, counted=("need",), size=10))
    assert len(results.ids) == min(10, results.total)
    assert len(set(results.ids)) == len(results.ids)
