"""Phrases found in a query by their lemmas: in a row for terms, as a handful of words for everyday phrases."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from search.danish import Analyser

T = TypeVar("T")
_LONGEST = 6
ALONE = 2
#: So many readings of a word of a phrase count: "dårligt" is "dårlig" as well.
_READINGS = 2
_ARTICLES = frozenset(("en", "et", "den", "det", "de"))
#: Turns what one word says into something else: "kan ikke sove" is no "sove".
_NOT = "ikke"
#: So far apart, for each word of it, the words of an everyday phrase may stand.
_APART = 3


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a phrase stands for, and the words of the query that it was found in."""

    what: T
    words: tuple[int, ...]
    #: How many words of the phrase were left out.
    missing: int = 0
    #: Whether it is one word that *not* turns into something else.
    turned: bool = False


class Rows(Generic[T]):
    """Phrases whose words stand side by side."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._by_lemmas: dict[tuple[str, ...], list[T]] = defaultdict(list)
        #: The lemmas that a phrase begins with: most words of a text begin none.
        self._first: set[str] = set()

    def add(self, phrase: str, what: T) -> None:
        lemmas = tuple(self._analyser.lemmas(token.text)[0] for token in self._analyser.tokens(phrase))
        if 0 < len(lemmas) <= _LONGEST and what not in self._by_lemmas[lemmas]:
            self._by_lemmas[lemmas].append(what)
            self._first.add(lemmas[0])

    def find(self, words: Sequence[tuple[str, ...]]) -> list[Found[T]]:
        """The phrases in the words, each given by its lemmas; longest first, no word used twice."""
        found: list[Found[T]] = []
        taken: set[int] = set()
        starts = [n for n, lemmas in enumerate(words) if not self._first.isdisjoint(lemmas)]
        for length in range(min(_LONGEST, len(words)), 0, -1):
            for start in starts:
                at = tuple(range(start, start + length))
                if start + length > len(words) or taken.intersection(at):
                    continue
                hits = self._at(words[start : start + length])
                if hits:
                    taken.update(at)
                    found += [Found(what, at) for what in hits]
        return found

    def _at(self, words: Sequence[tuple[str, ...]]) -> list[T]:
        if len(words) == 1:
            return list(dict.fromkeys(what for lemma in words[0] for what in self._by_lemmas.get((lemma,), ())))
        return self._by_lemmas.get(tuple(lemmas[0] for lemmas in words), []) if all(words) else []


class Handfuls(Generic[T]):
    """Phrases that are recognised by their content words, wherever those stand.

    A phrase of function words alone ("kan ikke mere") says something only when its words stand together.
    """

    def __init__(self, analyser: Analyser, empty: frozenset[str]) -> None:
        self._analyser = analyser
        self._empty = empty
        self._phrases: list[tuple[int, T]] = []
        self._turned: set[int] = set()
        #: By lemma, the phrases that have it, and which of their words it is.
        self._by_lemma: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._rows: Rows[T] = Rows(analyser)

    def add(self, phrase: str, what: T) -> None:
        words = [token.text for token in self._analyser.tokens(phrase)]
        content = list(dict.fromkeys(self._analyser.lemmas(word) for word in words if word not in self._empty))
        if len(content) < min(len(words), ALONE):
            self._rows.add(" ".join(word for word in words if word not in _ARTICLES) or phrase, what)
            return
        if len(content) < ALONE and _NOT in words:
            content.append((_NOT,))
            self._turned.add(len(self._phrases))
        for place, lemmas in enumerate(content):
            for lemma in lemmas[:_READINGS]:
                self._by_lemma[lemma].append((len(self._phrases), place))
        self._phrases.append((len(content), what))

    def find(self, words: Sequence[tuple[str, ...]]) -> list[Found[T]]:
        """The phrases of which all content words are there, or at least two and three quarters."""
        seen: dict[int, dict[int, int]] = defaultdict(dict)
        for at, lemmas in enumerate(words):
            for lemma in lemmas:
                for number, place in self._by_lemma.get(lemma, ()):
                    seen[number].setdefault(place, at)
        found = self._in_a_row(words)
        for number, hits in seen.items():
            size, what = self._phrases[number]
            stood = tuple(sorted(set(hits.values())))
            if stood[-1] - stood[0] > _APART * size:
                # Words from all over a long text say nothing together.
                continue
            if len(hits) == size or (len(hits) >= 2 and len(hits) >= 0.75 * size):
                found.append(Found(what, stood, size - len(hits), number in self._turned))
        return _best(found)

    def _in_a_row(self, words: Sequence[tuple[str, ...]]) -> list[Found[T]]:
        """The phrases whose words stand together, whatever articles are between them."""
        kept = [at for at, lemmas in enumerate(words) if not _ARTICLES.intersection(lemmas)]
        found = self._rows.find([words[at] for at in kept])
        return [Found(one.what, tuple(kept[at] for at in one.words)) for one in found]


def _best(found: Iterable[Found[T]]) -> list[Found[T]]:
    """Each meaning once, by the phrase that covers most words."""
    best: dict[T, Found[T]] = {}
    for one in found:
        known = best.get(one.what)
        if known is None or (len(one.words), -one.missing) > (len(known.words), -known.missing):
            best[one.what] = one
    return list(best.values())
