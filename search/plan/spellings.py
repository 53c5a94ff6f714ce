"""The symbols that a word stands for, also misspelt or without Danish letters, for words that must not be missed."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from search.danish import Analyser
from search.folding import folded
from search.plan.patterns import is_slot

#: Shorter words are too like each other for one letter to be a mistake, unless other words of a phrase stand beside them.
_LONG_ENOUGH, _LONG_ENOUGH_BESIDE = 5, 3
#: Longer words may have two mistakes; two words written apart only when they are this long together.
_TWO_MISTAKES_FROM, _TWO_MISTAKES_APART_FROM = 8, 12
_MISTAKES = (1, 2)
#: How many words are remembered.
REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Symbols:
    """What a word stands for as it is, and may stand for: by itself, and where other words of a phrase stand beside it."""

    exact: frozenset[str]
    alone: frozenset[str]
    beside: frozenset[str]


class Spellings:
    """Known spellings with what they stand for."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._known: dict[str, set[str]] = defaultdict(set)
        self._by_lemma: dict[str, set[str]] = defaultdict(set)
        #: The spellings that a word of this length may be meant for with so many mistakes.
        self._around: dict[tuple[int, int], list[str]] = defaultdict(list)
        #: The little words return in every query, and so do pairs of them.
        self.read = lru_cache(REMEMBERED)(self._read)
        self.joined = lru_cache(REMEMBERED)(self._joined)

    def add_lemma(self, lemma: str, symbol: str) -> None:
        """Let every form of the word stand for the symbol."""
        self._by_lemma[lemma].add(symbol)
        self.add(lemma, symbol)

    def add(self, spelling: str, symbol: str) -> None:
        """Let the word stand for the symbol, as it is written or nearly so."""
        if spelling not in self._known and len(spelling) > _LONG_ENOUGH_BESIDE:
            for most in _MISTAKES:
                for length in range(len(spelling) - most, len(spelling) + most + 1):
                    self._around[length, most].append(spelling)
        self._known[spelling].add(symbol)

    def knows(self, spelling: str) -> bool:
        return spelling in self._known

    def _joined(self, word: str) -> frozenset[str]:
        """What two words are as one, when both of them together are long enough to be meant so."""
        if len(word) < _LONG_ENOUGH:
            return frozenset()
        # Two words that happen to stand side by side are many: one mistake, unless they make a very long word.
        return self._exactly(word) | self._misspelt(word, 2 if len(word) >= _TWO_MISTAKES_APART_FROM else 1)

    def _read(self, word: str) -> Symbols:
        exact = self._exactly(word).union(*(self._by_lemma.get(lemma, ()) for lemma in self._analyser.lemmas(word)))
        # "hjertepiller" are a kind of "piller", but a word of crisis is not in every compound that ends with it.
        exact |= {
            symbol
            for last in self._analyser.parts(word)[-1:]
            for symbol in self._by_lemma.get(last, ())
            if is_slot(symbol)
        }
        if self._analyser.dictionary.has_form(word) or len(word) < _LONG_ENOUGH_BESIDE:
            return Symbols(exact, exact, exact)
        near = self._misspelt(word, 2 if len(word) >= _TWO_MISTAKES_FROM else 1)
        return Symbols(exact, exact | near if len(word) >= _LONG_ENOUGH else exact, exact | near)

    def _exactly(self, word: str) -> frozenset[str]:
        return frozenset(self._known.get(word, ())) | frozenset(self._known.get(folded(word), ()))

    def _misspelt(self, word: str, most: int) -> frozenset[str]:
        """What words stand for that are so many mistakes away, with Danish letters or without."""
        found: set[str] = set()
        for own in {word, folded(word)}:
            likely = self._around.get((len(own), most), ())
            for known, mistakes, _ in extract(own, likely, scorer=OSA.distance, score_cutoff=most, limit=None):
                # Two mistakes only after a first letter that is right.
                if mistakes < 2 or known[0] == own[0]:
                    found |= self._known[known]
        return frozenset(found)
