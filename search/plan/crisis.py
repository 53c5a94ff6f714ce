"""Words of crisis in a query, also misspelt, before anything is corrected. A false alarm is cheap, a miss is not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from search.danish import Analyser
from search.folding import folded
from search.vocabulary import Crisis

#: So many other words may stand between two words of a phrase: "vil bare ikke leve mere".
_BETWEEN = 2
#: Shorter words are too like each other for one letter to be a mistake, unless other words of a phrase stand beside them.
_LONG_ENOUGH, _LONG_ENOUGH_BESIDE = 5, 3
#: Longer words may have two mistakes; two words written apart only when they are this long together.
_TWO_MISTAKES_FROM, _TWO_MISTAKES_APART_FROM = 8, 12
_MISTAKES = (1, 2)
_NOT = "ikke"
#: Too short to be a mistake, and written so every day.
_NOT_AS_HEARD = ("ik", "ek")
#: In front of a word that is meant in this form alone: "=dø", since "min mand er død" is grief.
_AS_WRITTEN = "="
#: How many words are remembered.
REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Symbols:
    """The lemmas that a word may stand for: by itself, and where other words of a phrase stand beside it."""

    alone: frozenset[str]
    beside: frozenset[str]


class CrisisFinder:
    """Finds the topics of crisis in the words of a query."""

    def __init__(self, crises: Iterable[Crisis], analyser: Analyser) -> None:
        self._analyser = analyser
        self._crises = tuple(crises)
        self._by_spelling: dict[str, set[str]] = defaultdict(set)
        self._phrases: list[tuple[tuple[str, ...], str]] = []
        self._by_lemma: dict[str, list[int]] = defaultdict(list)
        for crisis in self._crises:
            for phrase in crisis.phrases:
                self._add(phrase, crisis.topic)
        for heard in _NOT_AS_HEARD if _NOT in self._by_spelling else ():
            self._by_spelling[heard].add(_NOT)
        #: The spellings that a word of this length may stand for with so many mistakes.
        self._around: dict[tuple[int, int], list[str]] = defaultdict(list)
        self._index()
        #: What a word stands for; the little words return in every query.
        self._symbols = lru_cache(REMEMBERED)(self._read)

    def find(self, words: Sequence[str]) -> tuple[str, ...]:
        """The topics, in the order in which they matter."""
        row = self._row([part for word in words for part in word.split("-") if part])
        there = frozenset[str]().union(*(symbols.beside for symbols in row))
        numbers = {number for symbol in there for number in self._by_lemma.get(symbol, ())}
        found = {self._phrases[number][1] for number in numbers if _in_order(self._phrases[number][0], row)}
        return tuple(dict.fromkeys(crisis.topic for crisis in self._crises if crisis.topic in found))

    def _add(self, phrase: str, topic: str) -> None:
        words = [token.text for token in self._analyser.tokens(phrase)]
        if phrase.startswith(_AS_WRITTEN):
            lemmas = tuple(_AS_WRITTEN + word for word in words)
        else:
            lemmas = tuple(self._analyser.lemmas(word)[0] for word in words)
        for word, lemma in zip(words, lemmas, strict=True):
            for known in {word, lemma.strip(_AS_WRITTEN), folded(word), folded(lemma).strip(_AS_WRITTEN)}:
                self._by_spelling[known].add(lemma)
        if lemmas:
            self._phrases += [(form, topic) for form in dict.fromkeys((lemmas, _as_told_by_others(lemmas)))]

    def _index(self) -> None:
        """Each spelling by its length, each phrase by its rarest word, so that few are looked at for a query."""
        for known in self._by_spelling:
            if len(known) > _LONG_ENOUGH_BESIDE:
                for most in _MISTAKES:
                    for length in range(len(known) - most, len(known) + most + 1):
                        self._around[length, most].append(known)
        usual = Counter(lemma for lemmas, _ in self._phrases for lemma in lemmas)
        for number, (lemmas, _) in enumerate(self._phrases):
            self._by_lemma[min(lemmas, key=lambda lemma: (usual[lemma], lemma))].append(number)

    def _row(self, words: Sequence[str]) -> list[Symbols]:
        """The symbols of each word, also of what it makes with the next: "selv mord"."""
        alone = [self._symbols(word) for word in words]
        joined = [*(self._joined(first + second) for first, second in pairwise(words)), frozenset[str]()]
        # The last word has no next one.
        return [Symbols(one.alone | both, one.beside | both) for one, both in zip(alone, joined, strict=False)]

    def _joined(self, word: str) -> frozenset[str]:
        """What two words are as one, when both of them together are long enough to be meant so."""
        if len(word) < _LONG_ENOUGH:
            return frozenset()
        # Two words that happen to stand side by side are many: one mistake, unless they make a very long word.
        return self._exactly(word) | self._misspelt(word, 2 if len(word) >= _TWO_MISTAKES_APART_FROM else 1)

    def _read(self, word: str) -> Symbols:
        exact = frozenset(self._analyser.lemmas(word)) | self._exactly(word)
        if self._analyser.dictionary.has_form(word) or len(word) < _LONG_ENOUGH_BESIDE:
            return Symbols(exact, exact)
        near = self._misspelt(word, _mistakes(word))
        return Symbols(exact | near if len(word) >= _LONG_ENOUGH else exact, exact | near)

    def _exactly(self, word: str) -> frozenset[str]:
        return frozenset(self._by_spelling.get(word, ())) | frozenset(self._by_spelling.get(folded(word), ()))

    def _misspelt(self, word: str, most: int) -> frozenset[str]:
        """The lemmas of words that are so many mistakes away, with Danish letters or without."""
        found: set[str] = set()
        for own in {word, folded(word)}:
            likely = self._around.get((len(own), most), ())
            for known, mistakes, _ in extract(own, likely, scorer=OSA.distance, score_cutoff=most, limit=None):
                # Two mistakes only after a first letter that is right.
                if mistakes < 2 or known[0] == own[0]:
                    found |= self._by_spelling[known]
        return frozenset(found)


def _mistakes(word: str) -> int:
    """How many mistakes a word of this length may have."""
    return 2 if len(word) >= _TWO_MISTAKES_FROM else 1


def _as_told_by_others(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """The phrase as somebody else tells it: "vil ikke leve" is "at hun ikke vil leve"."""
    if _NOT not in phrase[1:2]:
        return phrase
    return (_NOT, phrase[0], *phrase[2:])


def _in_order(phrase: tuple[str, ...], row: Sequence[Symbols]) -> bool:
    """Whether the words of the phrase stand in the row one after the other, with little between them."""
    if len(phrase) == 1:
        return any(phrase[0] in symbols.alone for symbols in row)
    starts = [at for at, symbols in enumerate(row) if phrase[0] in symbols.beside]
    return any(_goes_on(phrase[1:], row, at + 1) for at in starts)


def _goes_on(phrase: tuple[str, ...], row: Sequence[Symbols], at: int) -> bool:
    if not phrase:
        return True
    near = range(at, min(len(row), at + _BETWEEN + 1))
    return any(phrase[0] in row[n].beside and _goes_on(phrase[1:], row, n + 1) for n in near)
