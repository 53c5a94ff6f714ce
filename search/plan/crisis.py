"""Words of crisis in a query, also misspelt, before anything is corrected. A false alarm is cheap, a miss is not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.danish import Analyser
from search.folding import folded
from search.plan.patterns import MANY, NUMBER, Order, Shape, is_slot, places
from search.plan.spellings import Spellings
from search.vocabulary import Crisis, Slot

_NOT = "ikke"
#: Too short to be a mistake, and written so every day.
_NOT_AS_HEARD = ("ik", "ek")
#: In front of a word that is meant in this form alone: "=dø", since "min mand er død" is grief.
_AS_WRITTEN = "="


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern by the symbols of its words, and the topic that it tells of; none for what only looks like a crisis."""

    symbols: tuple[str, ...]
    order: Order
    topic: str = ""


class CrisisFinder:
    """Finds the topics of crisis in the words of a query."""

    def __init__(
        self, crises: Iterable[Crisis], analyser: Analyser, slots: Iterable[Slot] = (), harmless: Iterable[str] = ()
    ) -> None:
        self._analyser = analyser
        crises = tuple(crises)
        self._topics = tuple(dict.fromkeys(crisis.topic for crisis in crises))
        self._spellings = Spellings(analyser)
        for slot in slots:
            for word in slot.words:
                self._symbol(word, "{" + slot.name + "}")
        self._harmless = _by_rarest([pattern for text in harmless for pattern in self._read(text, "")])
        #: Each pattern by its rarest word, so that few are looked at for a query.
        self._patterns = _by_rarest(
            [pattern for crisis in crises for phrase in crisis.phrases for pattern in self._read(phrase, crisis.topic)]
        )
        if self._spellings.knows(_NOT):
            for heard in _NOT_AS_HEARD:
                self._spellings.add(heard, _NOT)

    def find(self, words: Sequence[str]) -> tuple[str, ...]:
        """The topics, in the order in which they matter."""
        words = [part for word in words for part in word.split("-") if part]
        alone, beside = self._row(words)
        there = frozenset[str]().union(*beside)
        found = {
            pattern.topic
            for symbol in there
            for pattern in self._patterns.get(symbol, ())
            if places(pattern.symbols, pattern.order, alone if len(pattern.symbols) == 1 else beside) is not None
        }
        return tuple(topic for topic in self._topics if topic in found)

    def _read(self, text: str, topic: str) -> list[_Pattern]:
        """The pattern of a text, and the same as somebody else tells it."""
        shape = Shape.of(text)
        symbols = tuple(symbol for part in shape.parts for symbol in self._symbols(part))
        if not symbols:
            return []
        told = (symbols, _as_told_by_others(symbols)) if shape.order is Order.NEAR else (symbols,)
        return [_Pattern(form, shape.order, topic) for form in dict.fromkeys(told)]

    def _symbols(self, part: str) -> list[str]:
        if is_slot(part):
            return [part]
        marked = _AS_WRITTEN if part.startswith(_AS_WRITTEN) else ""
        return [self._symbol(marked + token.text) for token in self._analyser.tokens(part)]

    def _symbol(self, word: str, symbol: str = "") -> str:
        """What stands for a word in patterns, from now on by all of its spellings: its slot, its lemma, or this form."""
        plain = word.removeprefix(_AS_WRITTEN)
        if plain != word:
            symbol = symbol or word
        else:
            lemma = self._analyser.lemmas(plain)[0]
            symbol = symbol or lemma
            self._spellings.add_lemma(lemma, symbol)
            self._spellings.add(folded(lemma), symbol)
        self._spellings.add(plain, symbol)
        self._spellings.add(folded(plain), symbol)
        return symbol

    def _row(self, words: Sequence[str]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        """The symbols of each word, by itself and beside others, also of what it makes with the next: "selv mord"."""
        read = [self._spellings.read(word) for word in words]
        joined = [*(self._spellings.joined(first + second) for first, second in pairwise(words)), frozenset[str]()]
        beside = [one.beside | both | _number(word) for one, both, word in zip(read, joined, words, strict=False)]
        alone = [one.alone | both for one, both in zip(read, joined, strict=False)]
        for at in self._meant_otherwise([one.exact for one in read]):
            alone[at] = beside[at] = frozenset()
        return alone, beside

    def _meant_otherwise(self, row: Sequence[frozenset[str]]) -> set[int]:
        """The words that are part of what only looks like a crisis: "slå græs", "dø af grin"."""
        taken: set[int] = set()
        for pattern in (one for symbol in frozenset[str]().union(*row) for one in self._harmless.get(symbol, ())):
            taken.update(places(pattern.symbols, pattern.order, row) or ())
        return taken


def _by_rarest(patterns: Sequence[_Pattern]) -> dict[str, list[_Pattern]]:
    usual = Counter(symbol for pattern in patterns for symbol in pattern.symbols)
    found: dict[str, list[_Pattern]] = defaultdict(list)
    for pattern in patterns:
        found[min(pattern.symbols, key=lambda symbol: (usual[symbol], symbol))].append(pattern)
    return found


def _number(word: str) -> frozenset[str]:
    return frozenset((NUMBER,)) if word.isdecimal() and int(word[:4]) >= MANY else frozenset()


def _as_told_by_others(symbols: tuple[str, ...]) -> tuple[str, ...]:
    """The phrase as somebody else tells it: "vil ikke leve" is "at hun ikke vil leve"."""
    if _NOT not in symbols[1:2]:
        return symbols
    return (_NOT, symbols[0], *symbols[2:])
