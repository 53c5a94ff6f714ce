"""The one analysis of Danish, the same when entries are stored and when somebody asks.

A text becomes two rows of words: the first lemma of each word, in order (`sequence`), and everything else a word may
be found by (`bag`): its other lemmas, the parts of compounds and their lemmas.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache

import Stemmer

from search.danish import tables
from search.danish.dictionary import Dictionary, dictionary
from search.danish.lemmas import Lemmatiser
from search.danish.overlay import DEFAULT, Overlay
from search.danish.parts import PartFinder
from search.danish.splitter import Splitter
from search.danish.tokens import Token, tokens

#: Raise it when the same word may be analysed differently than before; a test notices when it was forgotten.
CODE_VERSION = 2
#: How many different words are remembered; a large site's texts have about so many that return.
REMEMBERED = 8192


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text as engines store it: the words in order, and what else they are found by, in no order."""

    sequence: tuple[str, ...]
    bag: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one word may be found by.

    `lemmas`, the likeliest first; `parts` of a compound, in order; `inner`, what those parts are made of in turn;
    `others`, all of it but the first lemma, each once.
    """

    lemmas: tuple[str, ...]
    parts: tuple[str, ...]
    inner: tuple[str, ...]
    others: tuple[str, ...]


class Analyser:
    """Reads Danish, with what editors have said about words. Safe between threads; remembers the words it has read."""

    def __init__(self, overlay: Overlay = DEFAULT, words: Dictionary | None = None) -> None:
        self.dictionary = words or dictionary()
        self.overlay = overlay
        splitter = Splitter(self.dictionary, overlay)
        self._lemmatiser = Lemmatiser(self.dictionary, splitter, overlay)
        self._finder = PartFinder(self.dictionary, splitter, self._lemmatiser, overlay)
        #: Everything about one word, in lower case.
        self.reading = lru_cache(REMEMBERED)(self._reading)

    def tokens(self, text: str) -> list[Token]:
        """The words of a text, and where they stand."""
        return tokens(text)

    def analyse(self, text: str) -> Analysis:
        """The text as engines store it."""
        readings = [self.reading(token.text) for token in tokens(text)]
        sequence = tuple(reading.lemmas[0] for reading in readings)
        return Analysis(sequence, tuple(other for reading in readings for other in reading.others))

    def lemmas(self, word: str) -> tuple[str, ...]:
        """What a dictionary lists the word under, the likeliest first; never empty."""
        return self.reading(word).lemmas

    def parts(self, word: str) -> tuple[str, ...]:
        """The lemmas of what a compound is made of, first part first; empty for other words."""
        return self.reading(word).parts

    @cached_property
    def version(self) -> str:
        """Changes when the same text may be analysed differently, so that what is stored has to be made again."""
        code = f"{CODE_VERSION} {Stemmer.version()}\n{self.dictionary.version}"
        said = code.encode() + tables.digest() + self.overlay.digest()
        return hashlib.sha256(said).hexdigest()[:16]

    def _reading(self, word: str) -> Reading:
        lemmas = self._lemmatiser.lemmas(word)
        parts, inner = self._finder.find(word, lemmas)
        if not parts:
            return Reading(lemmas, (), (), lemmas[1:])
        shown = [self._lemmatiser.lemmas(part) for part in (*parts, *inner)]
        others = dict.fromkeys((*lemmas[1:], *parts, *inner, *(lemma for each in shown for lemma in each)))
        others.pop(lemmas[0], None)
        return Reading(lemmas, parts, inner, tuple(others))
