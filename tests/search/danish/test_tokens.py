import unicodedata

import pytest

from search.danish import tokens
from search.danish.tokens import MAX_TOKEN


def words(text):
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 85 b", ["§85b"]),
        ("Efter §85, stk. 2", ["efter", "§85", "stk", "2"]),
        ("SEL §107", ["sel", "§107"]),
        ("§ 104 i serviceloven", ["§104", "i", "serviceloven"]),
        ("paragraf 104", ["§104"]),
        ("§§ 85 og 107", ["§85", "og", "107"]),
    ],
)
def test_a_law_reference_is_one_word(text, expected):
    assert words(text) == expected


def test_hyphens_and_apostrophes_inside_words_stay():
    assert words("Drop-in for 18-årige, pc’er") == ["drop-in", "for", "18-årige", "pc'er"]


def test_hyphens_and_apostrophes_at_the_ends_of_words_go():
    assert words("bolig- og 'støtte' - nu") == ["bolig", "og", "støtte", "nu"]


def test_decomposed_letters_are_the_same_word():
    assert words(unicodedata.normalize("NFD", "Pårørende")) == ["pårørende"]


def test_marks_that_nobody_sees_and_letters_written_as_one_are_no_other_word():
    assert words("selv\u00adhjælps\u00adgruppe pa\u0308\u00adro o\ufb03ce \ufeffgrøn\u200dland") == [
        "selvhjælpsgruppe", "päro", "office", "grønland",
    ]  # fmt: skip
    assert words("\u00ad \u00ad") == []


def test_a_word_knows_where_it_stood():
    text = unicodedata.normalize("NFD", "Få hjælp, § 85 b!")
    assert [text[token.start : token.end] for token in tokens(text)] == [
        unicodedata.normalize("NFD", "Få"), "hjælp", "§ 85 b",
    ]  # fmt: skip


def test_a_word_without_end_is_cut():
    assert words("a" * 5000) == ["a" * MAX_TOKEN]


@pytest.mark.parametrize("text", ["", "   ", "\"()*:?~^ -- ''", "\x00\ud800", "🙂"])
def test_text_without_words_has_none(text):
    assert tokens(text) == []
