"""Cuts text into words, and says where each one stood, so that it can be marked there."""

import re
import unicodedata
from dataclasses import dataclass

#: Longer "words" are cut: engines have limits of their own, and they differ.
MAX_TOKEN = 64

# A letter or digit with the accents that are written after it, as they are in decomposed text.
_CHARACTER = r"[^\W_][\u0300-\u036f]*"
# "§ 85 b", "§85", "§§ 85", "paragraf 85". The letter i is left out after a space: it is the word "i" in "§ 104 i loven".
_LAW = r"(?:§+|\bparagraf(?:fen)?\b)\s*(?P<number>\d+)(?:(?P<letter>[a-zæøå])\b|\s(?P<apart>[a-hj-zæø])\b(?![.'’-]))?"
_TOKEN = re.compile(rf"{_LAW}|(?:{_CHARACTER})+(?:[-'’‑](?:{_CHARACTER})+)*", re.IGNORECASE)
_MARKS = str.maketrans({"’": "'", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case, and the place in the text where it was read."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text, in order; nothing that anybody types is an error."""
    return [Token(_text(match), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def _text(match: re.Match[str]) -> str:
    if number := match["number"]:
        return f"§{number}{match['letter'] or match['apart'] or ''}".lower()[:MAX_TOKEN]
    word = unicodedata.normalize("NFC", match[0]).lower()
    return word.translate(_MARKS)[:MAX_TOKEN]
