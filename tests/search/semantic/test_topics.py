"""Which topics a text as a whole is about, by directions that are learnt from texts."""

import pytest

from search.semantic import Direction, Topics, learnt

np = pytest.importorskip("numpy", reason="it comes with the sentence model")
EAST, NORTH, UP = np.eye(3, dtype=np.float32)


@pytest.fixture(scope="module")
def topics():
    texts = [(EAST, ["need:sorg"]), (NORTH, ["need:mad"]), (UP, ["need:job"])]
    # So few texts of so few numbers would say little beside what holds directions short.
    return Topics(learnt([text for text in texts for _ in range(200)]))


def test_a_text_is_about_what_texts_like_it_are_about_the_strongest_being_one(topics):
    found = topics.of(EAST + 0.7 * NORTH)
    assert max(found, key=found.get) == "need:sorg"
    assert found["need:sorg"] == 1.0
    assert 0 < found["need:mad"] < 1
    assert "need:job" not in found


def test_a_long_text_says_no_more_than_a_short_one(topics):
    assert topics.of(5 * EAST) == topics.of(EAST)


def test_where_no_directions_are_known_a_text_is_about_nothing():
    assert Topics({}).of(EAST) == {}


def test_a_text_that_lies_away_from_all_directions_is_about_nothing():
    assert Topics({"need:sorg": Direction("fwAA", 0.01, -2.0)}).of(EAST) == {}
