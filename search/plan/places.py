"""Places read from the words of a query: "i Randers", "tæt på Vejle", "7100", "groenlaender aarhus"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from search.danish import Token
from search.folding import folded, loosely_folded
from search.vocabulary import Place

#: What may stand before a place and belongs to it, longest first.
_BEFORE = (
    ("i", "nærheden", "af"),
    ("nærheden", "af"),
    ("tæt", "på"),
    ("tæt", "ved"),
    ("i",),
    ("på",),
    ("ved",),
    ("nær",),
    ("omkring",),
    ("fra",),
    ("omegn",),
)
#: Towns whose names are words as well: they need a word before them and a capital letter.
_ALSO_WORDS = frozenset(
    ["aars", "almind", "ans", "balle", "beder", "billum", "borre", "brande", "bække", "egå", "fur", "give", "gram", "greve", "hals", "hammel", "hasle", "hemmet", "henne", "holte", "hov", "humble", "hampen", "højer", "klippinge", "knebel", "lynge", "løkken", "løsning", "malling", "mern", "mørke", "odder", "over", "ribe", "ringe", "rude", "ry", "ryomgård", "sal", "skals", "skive", "stege", "sunds", "sæby", "tarm", "them", "thy", "tilst", "tim", "tro", "tune", "udland", "vejen", "vejby", "vig", "vrå", "årre", "års", "strandby", "lundby", "dalby", "højby"]
)  # fmt: skip
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Where:
    """A place, and the words of the query that say it."""

    place: Place
    words: tuple[int, ...]


class Gazetteer:
    """Knows places by their names, also without Danish letters."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._exact: dict[tuple[str, ...], Place] = {}
        self._loose: dict[tuple[str, ...], Place] = {}
        #: The words that a name begins with: most words of a text begin none.
        self._first: set[str] = set()
        for place in places:
            for name in place.names:
                words = tuple(folded(word) for word in name.lower().replace("-", " ").split())
                loose = tuple(loosely_folded(word) for word in words)
                self._exact.setdefault(words, place)
                self._loose.setdefault(loose, place)
                self._first.update((*words[:1], *loose[:1]))

    def find(self, text: str, tokens: Sequence[Token]) -> Where | None:
        """The first place that the words name; a longer name before a shorter one."""
        if not self._exact:
            return None
        plain = [tuple(folded(part) for part in token.text.split("-")) for token in tokens]
        for start in (n for n, parts in enumerate(plain) if parts[0] in self._first):
            for end in range(min(len(tokens), start + _LONGEST), start, -1):
                place = self._named(tuple(chain.from_iterable(plain[start:end])))
                if place is None:
                    continue
                before = _before(tokens, start)
                if _meant(text, tokens[start:end], stands_after=bool(before)):
                    return Where(place, (*before, *range(start, end)))
        return None

    def _named(self, words: tuple[str, ...]) -> Place | None:
        return self._exact.get(words) or self._loose.get(words)


def _before(tokens: Sequence[Token], start: int) -> tuple[int, ...]:
    for words in _BEFORE:
        first = start - len(words)
        if first >= 0 and tuple(token.text for token in tokens[first:start]) == words:
            return tuple(range(first, start))
    return ()


def _meant(text: str, tokens: Sequence[Token], *, stands_after: bool) -> bool:
    if len(tokens) > 1 or tokens[0].text not in _ALSO_WORDS:
        return True
    return stands_after and text[tokens[0].start].isupper()
