"""How hard a Danish text is to read.

LIX is the words of a sentence plus the share of words longer than six letters: up to 24 is very easy, 25 to 34 easy,
from 35 on it takes effort. Below some twenty words it says nothing.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: A point after a day, a clock's hour or a short form ends no sentence.
_NO_END = re.compile(r"(?<=\d)\.(?=\s?\d|\s+[a-zæøå])|\b(kl|fx|ca|nr|tlf|kr)\.", re.IGNORECASE)
_END = re.compile(r"[.!?:](?=\s|$)")


def lix(text: str) -> float:
    """The figure of a text."""
    text = _NO_END.sub(r"\1", text)
    words = _WORD.findall(text)
    sentences = [part for part in _END.split(text) if _WORD.search(part)]
    return len(words) / len(sentences) + 100 * sum(len(word.replace("-", "")) > 6 for word in words) / len(words)


def sentences(texts: Iterable[str]) -> str:
    """Texts that stand by themselves, such as headings and points of a list, each a sentence of its own."""
    return " ".join(text if text[-1] in ".!?:" else f"{text}." for text in texts if _WORD.search(text))
