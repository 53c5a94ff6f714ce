"""The one door to the analysis of words, which is the same when entries are kept and when they are asked for."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import Stemmer

_TOKEN = re.compile(r"§\s*\d+(?:\s?[a-zæøå]\b)?|[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text as an engine keeps it: words in order, and further readings and parts without order, space-joined."""

    sequence: str
    bag: str


class Analyser(Protocol):
    """What the search asks of an analysis of Danish."""

    @property
    def version(self) -> str:
        """Changes when entries have to be analysed again."""

    def analyse(self, text: str) -> Analysed:
        """The text as an engine keeps it."""

    def tokens(self, text: str) -> list[str]:
        """The words of the text, in lower case, as they were written."""

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The words that a dictionary lists for this form, the likeliest first; never empty."""

    def parts(self, word: str) -> tuple[str, ...]:
        """The lemmas of what a compound is made of, first part first; empty for other words."""


class StemmingAnalyser:
    """Stems by the Snowball rules and nothing else."""

    version = "snowball-1"

    def analyse(self, text: str) -> Analysed:
        return Analysed(" ".join(_stem(token) for token in self.tokens(text)), "")

    def tokens(self, text: str) -> list[str]:
        lowered = unicodedata.normalize("NFC", text).lower()
        return [token.replace(" ", "").replace("’", "'") for token in _TOKEN.findall(lowered)]

    def lemmas(self, word: str) -> tuple[str, ...]:
        return (_stem(word),)

    def parts(self, word: str) -> tuple[str, ...]:
        return ()


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    # A stemmer of its own each time: they keep state and are not safe between threads, the cache makes up for it.
    stem: str = Stemmer.Stemmer("danish").stemWord(word)
    return stem
