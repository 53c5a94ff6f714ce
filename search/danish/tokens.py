"""Cuts text into words, and says where each one stood, so that it can be marked there."""

import re
import unicodedata
from dataclasses import dataclass

#: Longer "words" are cut: engines have limits of their own, and they differ.
MAX_TOKEN = 64

#: Marks that nobody sees: where a word may be broken (the soft hyphen), and how its letters are to be joined. Texts that
#: were pasted from web pages and documents have them inside words.
UNSEEN = "\u00ad\u200c\u200d\u2060\ufeff"
#: Letters that documents write as one.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# A letter or digit with the accents that are written after it, as they are in decomposed text, and with unseen marks.
_CHARACTER = rf"[^\W_][\u0300-\u036f{UNSEEN}]*"
# "§ 85 b", "§85", "§§ 85", "paragraf 85". The letter i is left out after a space: it is the word "i" in "§ 104 i loven".
_LAW = r"(?:§+|\bparagraf(?:fen)?\b)\s*(?P<number>\d+)(?:(?P<letter>[a-zæøå])\b|\s(?P<apart>[a-hj-zæø])\b(?![.'’-]))?"
_TOKEN = re.compile(rf"{_LAW}|(?:{_CHARACTER})+(?:[-'’‑](?:{_CHARACTER})+)*", re.IGNORECASE)
_MARKS = str.maketrans({"’": "'", "‑": "-"} | _LIGATURES | dict.fromkeys(UNSEEN))


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
    word = unicodedata.normalize("NFC", match[0].translate(_MARKS)).lower()
    return word[:MAX_TOKEN]
