"""Shows in a text why it was found. Gives pieces, not markup: whoever shows them escapes them one by one.

Over the row's own text and by our own analysis, so that it is the same for every engine, and so that a search for
"gruppe" marks "selvhjælpsgrupper".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from search.danish import Analyser, Token

#: How much stands before the first mark of a fragment, and how long the fragment is.
BEFORE, LENGTH = 40, 160
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it is to be marked."""

    text: str
    marked: bool = False


class Highlighter:
    """Marks words by what they are found by."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser

    def whole(self, text: str, marks: frozenset[str]) -> tuple[Piece, ...]:
        """The whole text in pieces."""
        return tuple(_pieces(text, self._marked(text, marks), 0, len(text)))

    def fragment(self, text: str, marks: frozenset[str]) -> tuple[Piece, ...]:
        """The stretch around the first mark; the beginning when nothing is marked."""
        text = " ".join(text.split())
        marked = self._marked(text, marks)
        start = _word_start(text, marked[0].start - BEFORE) if marked else 0
        end = _word_end(text, start + LENGTH)
        inside = list(_pieces(text, marked, start, end))
        if start > 0:
            inside.insert(0, Piece(_ELLIPSIS))
        if end < len(text):
            inside.append(Piece(_ELLIPSIS))
        return tuple(inside)

    def _marked(self, text: str, marks: frozenset[str]) -> list[Token]:
        return [token for token in self._analyser.tokens(text) if self._meets(token.text, marks)] if marks else []

    def _meets(self, word: str, marks: frozenset[str]) -> bool:
        reading = self._analyser.reading(word)
        return reading.lemmas[0] in marks or not marks.isdisjoint(reading.others)


def _pieces(text: str, marked: list[Token], start: int, end: int) -> Iterator[Piece]:
    at = start
    for token in marked:
        if token.start < start or token.end > end:
            continue
        if token.start > at:
            yield Piece(text[at : token.start])
        yield Piece(text[token.start : token.end], marked=True)
        at = token.end
    if at < end:
        yield Piece(text[at:end])


def _word_start(text: str, at: int) -> int:
    """The beginning of a word at or after the place."""
    if at <= 0:
        return 0
    space = text.find(" ", at - 1)
    return space + 1 if 0 <= space < at + BEFORE else at


def _word_end(text: str, at: int) -> int:
    """The end of a word at or before the place."""
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - BEFORE, at + 1)
    return space if space > 0 else at
