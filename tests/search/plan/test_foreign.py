"""English and slang, put into Danish; words run together, taken apart."""

import pytest

from search import Foreign, Query, Vocabulary
from search.danish import tokens
from search.plan.foreign import Translator

PHRASES = (
    Foreign("lonely", "ensom"),
    Foreign("free", "gratis"),
    Foreign("food", "mad"),
    Foreign("men", "mænd"),
    Foreign("panic attack", "angst"),
    Foreign("irl"),
)
STOP = frozenset(("for", "in", "the"))
DANISH = {"free", "men", "for", "in", "og", "jeg", "er", "venner"}


def put(text):
    read = Translator(PHRASES, STOP).read(tokens(text), DANISH.__contains__)
    return [one.used for rest in read for one in rest.put] + [token.text for rest in read for token in rest.tokens]


@pytest.mark.parametrize(
    ("text", "danish"),
    [
        ("lonely", ["ensom"]),
        ("free food", ["gratis", "mad"]),
        ("free food for the lonely men", ["gratis", "mad", "ensom", "mænd"]),
        ("panic attack", ["angst"]),
        ("jeg er lonely", ["ensom", "jeg", "er"]),
        ("irl venner", ["venner"]),
    ],
)
def test_a_word_of_another_language_is_put_into_danish(text, danish):
    assert put(text) == danish


@pytest.mark.parametrize("text", ["men", "free", "men jeg er for"])
def test_a_danish_word_stays_danish(text):
    assert put(text) == text.split()


def test_what_was_put_into_danish_is_told(make_planner):
    vocabulary = Vocabulary(foreign=PHRASES, foreign_stop=STOP)
    words = make_planner(lambda: vocabulary).read(Query(text="panic attack")).understood.words
    assert [(word.typed, word.used, word.how) for word in words] == [("panic attack", "angst", "translated")]


def test_words_that_were_typed_as_one_are_taken_apart(read):
    words = read("jegkanikkesove").understood.words
    assert [(word.used, word.how) for word in words] == [(each, "apart") for each in ("jeg", "kan", "ikke", "sove")]
