"""From text to clauses, by the analysis of Danish alone. Pure: no engine, no clock."""

from collections.abc import Callable
from math import log

from search.analysis import Analyser
from search.contract import Understood, Word
from search.plan.clauses import Alternative, Asked, Clause
from search.plan.reading import Reading
from search.text import clean

LAST_PART, FIRST_PART = 0.35, 0.30


class Planner:
    """Makes plans. `frequency` tells in how many of `entries()` entries a lemma stands."""

    def __init__(self, analyser: Analyser, frequency: Callable[[str], int], entries: Callable[[], int]) -> None:
        self._analyser = analyser
        self._frequency = frequency
        self._entries = entries

    def read(self, text: str) -> Reading:
        words = self._analyser.tokens(clean(text))
        if not words:
            return Reading()
        words = list(dict.fromkeys(words))
        clauses = tuple(self._clause(word) for word in words)
        marks = frozenset(lemma for clause in clauses for one in clause.alternatives for lemma in one.lemmas)
        understood = Understood(words=tuple(Word(word, word) for word in words), marks=marks)
        return Reading(Asked(clauses), understood)

    def _clause(self, word: str) -> Clause:
        lemmas = self._analyser.lemmas(word)
        alternatives = [Alternative((lemma,)) for lemma in lemmas]
        parts = self._analyser.parts(word)
        if parts:
            alternatives.append(Alternative((parts[-1],), LAST_PART))
            alternatives.append(Alternative((parts[0],), FIRST_PART))
        return Clause(tuple(alternatives), self._rarity(lemmas))

    def _rarity(self, lemmas: tuple[str, ...]) -> float:
        seen = max(self._frequency(lemma) for lemma in lemmas)
        return log(1 + (self._entries() + 1) / (seen + 1))
