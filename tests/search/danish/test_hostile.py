"""Nothing that anybody types is an error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.danish import Corrector

PIECES = st.sampled_from([
    "§", "§ 85 b", "-", "'", "’", "\x00", "\ud800", "İ", "ß", "ǆ", "\u0301", "\u200d", "🙂", "AND", "NOT", '"', "*", "(",
    "selv", "hjælps", "gruppe", "ae", "oe", "aa", "å", "a\u030a", "børn", "ene", "s", "0", "٣", "²", "\n", "\u2028", " ",
])  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@pytest.fixture(scope="module")
def corrector(analyser, vocabulary):
    return Corrector(analyser, vocabulary, ("selvhjælp",), ("selvmord",))


@settings(max_examples=1000)
@given(text=HOSTILE)
def test_any_text_is_analysed(analyser, text):
    stored = analyser.analyse(text)
    tokens = analyser.tokens(text)
    assert len(stored.sequence) == len(tokens)
    assert all(word and not any(character.isspace() for character in word) for word in stored.sequence + stored.bag)
    assert all(text[token.start : token.end] for token in tokens)


@settings(max_examples=1000)
@given(text=HOSTILE)
def test_any_text_is_mended_and_no_word_is_lost(analyser, corrector, text):
    tokens = analyser.tokens(text)
    corrections = corrector.correct(tokens)
    assert all(correction.used for correction in corrections)
    typed = "".join(correction.typed for correction in corrections)
    assert typed.replace(" ", "") == "".join(token.text for token in tokens)
