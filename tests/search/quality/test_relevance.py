"""The search must not get worse on the judged queries. The figures have a little slack; they are raised, never lowered."""

import pytest

from tests.search import judged
from tests.search.engines import embedded
from tests.search.quality.measuring import NDCG, RECALL, Measured


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    made = embedded(tmp_path_factory.mktemp("index"), judged.vocabulary())
    made.rebuild(judged.entries())
    return made


@pytest.fixture(scope="module")
def measured(engine):
    return Measured(lambda query: engine.search(judged.query(query)).ids)


def test_the_best_offers_stand_on_top(measured):
    assert measured.means[NDCG] >= 0.80
    assert measured.means[RECALL] >= 0.88


def test_next_to_no_query_that_has_an_answer_is_empty(measured):
    assert measured.empty < 0.03


@pytest.mark.parametrize("query", [q for q in judged.queries() if q["expect_crisis"]], ids=lambda query: query["qid"])
def test_words_of_crisis_are_seen(engine, query):
    assert query["expect_crisis"] in engine.search(judged.query(query)).understood.crisis


def test_ordinary_queries_are_no_crisis(engine):
    seen = [
        query["text"]
        for query in judged.queries()
        if not query["expect_crisis"] and engine.search(judged.query(query)).understood.crisis
    ]
    assert seen == []


def test_offers_are_found_by_their_own_names(engine):
    """A name that is typed as it stands is no riddle: synonyms and everyday words must not get in its way."""
    missed = []
    for offer in judged.offers():
        ids = engine.search(judged.query({"text": offer["name"], "municipality": offer["municipality"]})).ids[:3]
        if offer["id"] not in ids:
            missed.append(offer["name"])
    assert len(missed) <= 0.02 * len(judged.offers()), missed
