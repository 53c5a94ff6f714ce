"""Other ways to write a word: without Danish letters, and by ear. Used on queries only; the index keeps words as they are.

Two words with the same digraph key are the same word typed on another keyboard ("paaroerende"); with the same loose
key they nearly always are ("parorende"); with the same sound key they are said alike ("skildsmisse").
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

_DIGRAPHS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y", "ß": "ss", "-": "", "'": ""}
)
_LOOSE = (("ae", "a"), ("oe", "o"), ("aa", "a"))
_LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}
_RESTORABLE = re.compile("ae|oe|aa")
#: A word with more digraphs than this is restored as a whole or not at all, so that long nonsense costs nothing.
MOST_DIGRAPHS = 5

_FOREIGN = str.maketrans({"ä": "æ", "ö": "ø"})
#: In this order; later rows see what earlier ones left.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("hed", "het"), ("ph", "f"), ("th", "t"), ("ch", "k"), ("c", "k"), ("z", "s"), ("w", "v"), ("q", "k"),
        ("nk", "ng"), ("ks", "gs"), ("^hj", "j"), ("^ps", "s"), ("^hv", "v"), ("ld", "l"), ("nd", "n"), ("ds", "s"),
        ("æ", "e"), ("å", "o"), ("b", "p"), ("d", "t"), ("g", "k"), ("y", "i"), ("j", "i"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def digraph_key(word: str) -> str:
    """The word as it is typed without Danish letters, accents, hyphens and apostrophes."""
    return word if word.isascii() and word.isalpha() else _plain(word.translate(_DIGRAPHS))


def loose_key(word: str) -> str:
    """The word as it is typed when the Danish letters are left out altogether."""
    key = digraph_key(word)
    for digraph, letter in _LOOSE:
        key = key.replace(digraph, letter)
    return key


@lru_cache(8192)
def sound_key(word: str) -> str:
    """The word as it is heard, roughly."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def restorations(word: str) -> Iterator[str]:
    """The words that may be meant by one typed without Danish letters, those with most of them first."""
    danish = word.translate(_FOREIGN)
    if danish != word:
        yield danish
    places = list(_RESTORABLE.finditer(danish))
    if not 0 < len(places) <= MOST_DIGRAPHS:
        return
    for choice in product((True, False), repeat=len(places)):
        if any(choice):
            yield _restored(danish, [place for place, chosen in zip(places, choice, strict=True) if chosen])


def _restored(word: str, places: list[re.Match[str]]) -> str:
    for place in reversed(places):
        word = word[: place.start()] + _LETTERS[place[0]] + word[place.end() :]
    return word


def _plain(word: str) -> str:
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
