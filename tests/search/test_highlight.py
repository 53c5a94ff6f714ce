import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlight import LENGTH, Highlighter, Piece
from tests.search.engines import analyser


@pytest.fixture(scope="module")
def highlighter():
    return Highlighter(analyser())


def marked(pieces):
    return [piece.text for piece in pieces if piece.marked]


def test_a_compound_is_marked_for_its_part_and_an_inflection_for_its_lemma(highlighter):
    text = "Selvhjælpsgrupper, en gruppe og børnene"
    assert marked(highlighter.whole(text, frozenset({"gruppe", "barn"}))) == ["Selvhjælpsgrupper", "gruppe", "børnene"]


def test_the_fragment_begins_a_little_before_the_first_mark(highlighter):
    text = "Vi drikker kaffe. " * 20 + "Her synger koret hver uge. " + "Vi drikker kaffe. " * 20
    pieces = highlighter.fragment(text, frozenset({"kor"}))
    assert marked(pieces) == ["koret"]
    assert (pieces[0], pieces[-1]) == (Piece("…"), Piece("…"))
    assert 20 <= len(pieces[1].text) <= 60
    assert sum(len(piece.text) for piece in pieces) <= LENGTH + 2


def test_a_text_without_a_mark_is_shown_from_its_beginning(highlighter):
    assert highlighter.fragment("Kort tekst", frozenset({"kor"})) == (Piece("Kort tekst"),)
    assert highlighter.whole("Kort tekst", frozenset()) == (Piece("Kort tekst"),)
    assert highlighter.fragment("", frozenset({"kor"})) == ()


@given(st.text(max_size=400), st.frozensets(st.sampled_from(["kor", "a", "gruppe"])))
def test_pieces_are_the_text_and_nothing_else(text, marks):
    highlighter = Highlighter(analyser())
    assert "".join(piece.text for piece in highlighter.whole(text, marks)) == text
    shown = [piece.text for piece in highlighter.fragment(text, marks) if piece.text != "…"]
    assert "".join(shown) in " ".join(text.split())
