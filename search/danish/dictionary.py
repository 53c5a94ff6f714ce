"""The compiled dictionary of Danish: which lemmas a form has, what may stand in a compound, and how usual that is.

The files are read through memory maps, so that all processes of a machine share one copy.
"""

from functools import cache
from pathlib import Path

import marisa_trie

LEXICON = Path(__file__).parent / "lexicon"
#: Costs are kept in one byte, in steps of this size.
STEP = 1 / 12


def pack(form: str, lemma: str) -> bytes:
    """The lemma as what has to be done to the form: how many letters to cut, and what to add."""
    kept = 0
    while kept < min(len(form), len(lemma)) and form[kept] == lemma[kept]:
        kept += 1
    return bytes([len(form) - kept]) + lemma[kept:].encode()


def unpack(form: str, packed: bytes) -> str:
    """The lemma again."""
    return form[: len(form) - packed[0]] + packed[1:].decode()


def pack_part(piece: str, lemma: str, cost: float) -> bytes:
    """The lemma of a part of compounds, and its cost before it."""
    return bytes([min(255, round(cost / STEP))]) + pack(piece, lemma)


class Pieces:
    """The pieces that may stand in one place of a compound, with their lemmas and costs."""

    def __init__(self, path: Path) -> None:
        self._trie = marisa_trie.BytesTrie().mmap(str(path))

    def beginnings(self, text: str) -> list[tuple[str, float]]:
        """The pieces that the text begins with, and their costs."""
        get = self._trie.get
        return [(piece, get(piece)[0][0] * STEP) for piece in self._trie.prefixes(text)]

    def cost(self, piece: str) -> float | None:
        """How unusual the piece is in this place, or None when it cannot stand there."""
        found = self._trie.get(piece)
        return found[0][0] * STEP if found else None

    def lemma(self, piece: str) -> str | None:
        """What a dictionary lists the piece under, without its linking element."""
        found = self._trie.get(piece)
        return unpack(piece, found[0][1:]) if found else None


class Dictionary:
    """What is known about words. Answers about lower-case words; unknown ones have no lemmas."""

    def __init__(self, folder: Path = LEXICON) -> None:
        self._forms = marisa_trie.BytesTrie().mmap(str(folder / "forms.marisa"))
        self._lemmas = marisa_trie.Trie().mmap(str(folder / "lemmas.marisa"))
        self.first = Pieces(folder / "first.marisa")
        self.last = Pieces(folder / "last.marisa")
        self.version = (folder / "SHA256SUMS").read_text(encoding="utf-8")

    def has_form(self, word: str) -> bool:
        """Whether the word may stand alone, in this form."""
        return word in self._forms

    def has_lemma(self, word: str) -> bool:
        """Whether the word is one that the dictionary lists."""
        return word in self._lemmas

    def knows(self, word: str) -> bool:
        """Whether the word is in the dictionary, as a form or as a lemma."""
        return word in self._forms or word in self._lemmas

    def lemmas(self, form: str) -> list[str]:
        """The lemmas of a form that stands alone."""
        return [unpack(form, packed) for packed in self._forms.get(form, ())]


@cache
def dictionary() -> Dictionary:
    """The dictionary that ships with this package, opened once a process."""
    return Dictionary()
