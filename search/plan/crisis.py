"""Words of crisis in a query, also misspelt, before anything is corrected. A false alarm is cheap, a miss is not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from search.danish import Analyser
from search.folding import folded
from search.vocabulary import Crisis

#: So many other words may stand between two words of a phrase: "vil bare ikke leve mere".
_BETWEEN = 2
#: Shorter words are too like each other for one letter to be a mistake.
_LONG_ENOUGH = 5


class CrisisFinder:
    """Finds the topics of crisis in the words of a query."""

    def __init__(self, crises: Iterable[Crisis], analyser: Analyser) -> None:
        self._analyser = analyser
        self._crises = tuple(crises)
        self._by_plain: dict[str, set[str]] = defaultdict(set)
        self._phrases: list[tuple[tuple[str, ...], str]] = []
        self._by_lemma: dict[str, list[int]] = defaultdict(list)
        for crisis in self._crises:
            for phrase in crisis.phrases:
                self._add(phrase, crisis.topic)
        self._index()

    def find(self, words: Sequence[str]) -> tuple[str, ...]:
        """The topics, in the order in which they matter."""
        row = [self._symbols(word) for word in words]
        there = frozenset[str]().union(*row)
        numbers = {number for symbol in there for number in self._by_lemma.get(symbol, ())}
        found = {self._phrases[number][1] for number in numbers if _in_order(self._phrases[number][0], row)}
        return tuple(dict.fromkeys(crisis.topic for crisis in self._crises if crisis.topic in found))

    def _add(self, phrase: str, topic: str) -> None:
        words = [token.text for token in self._analyser.tokens(phrase)]
        lemmas = tuple(self._analyser.lemmas(word)[0] for word in words)
        for word, lemma in zip(words, lemmas, strict=True):
            self._by_plain[folded(word)].add(lemma)
            self._by_plain[folded(lemma)].add(lemma)
        if lemmas:
            self._phrases.append((lemmas, topic))

    def _index(self) -> None:
        """Each phrase by its rarest word, so that few phrases are looked at for a query."""
        usual = Counter(lemma for lemmas, _ in self._phrases for lemma in lemmas)
        for number, (lemmas, _) in enumerate(self._phrases):
            self._by_lemma[min(lemmas, key=lambda lemma: (usual[lemma], lemma))].append(number)

    def _symbols(self, word: str) -> frozenset[str]:
        """The lemmas that the word may stand for in a phrase of crisis."""
        plain = folded(word)
        symbols = {*self._analyser.lemmas(word), *self._by_plain.get(plain, ())}
        if len(plain) >= _LONG_ENOUGH and not self._analyser.dictionary.has_form(word):
            for known, lemmas in self._by_plain.items():
                if abs(len(known) - len(plain)) <= 1 and OSA.distance(known, plain, score_cutoff=1) <= 1:
                    symbols |= lemmas
        return frozenset(symbols)


def _in_order(phrase: tuple[str, ...], row: Sequence[frozenset[str]]) -> bool:
    """Whether the words of the phrase stand in the row one after the other, with little between them."""
    starts = [at for at, symbols in enumerate(row) if phrase[0] in symbols]
    return any(_goes_on(phrase[1:], row, at + 1) for at in starts)


def _goes_on(phrase: tuple[str, ...], row: Sequence[frozenset[str]], at: int) -> bool:
    if not phrase:
        return True
    near = range(at, min(len(row), at + _BETWEEN + 1))
    return any(phrase[0] in row[n] and _goes_on(phrase[1:], row, n + 1) for n in near)
