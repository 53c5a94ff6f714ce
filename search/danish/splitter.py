"""Takes compounds apart: "selvhjælpsgruppe" is "selvhjælp" and "gruppe". Dynamic programming; the cheapest sum wins.

What a piece costs was learnt from the dictionary's own compounds when the lexicon was built (`weights.py`).
"""

from dataclasses import dataclass
from functools import lru_cache

from search.danish.dictionary import Dictionary
from search.danish.overlay import Overlay
from search.danish.part_rules import MIN_WORD

MAX_PARTS = 4
#: No part is shorter at the end of a word.
MIN_LAST = 3
#: A word of the dictionary is a compound when its parts cost no more than this together ...
MOST_IN_ALL = 19.0
#: ... and another word when they cost no more than this each, on average.
MOST_ON_AVERAGE = 12.0
#: What a part costs that an editor has named.
NAMED = 8.0
#: How many words are remembered: parts of compounds are looked at again and again.
REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a compound: as it stands there, and its lemma."""

    text: str
    lemma: str


Split = tuple[Part, ...]
#: What a row of pieces costs, and the pieces.
_Way = tuple[float, tuple[str, ...]]


class Splitter:
    """Finds the parts of compounds."""

    def __init__(self, dictionary: Dictionary, overlay: Overlay) -> None:
        self._dictionary = dictionary
        self._named = overlay.parts
        #: The parts of a compound, in order; nothing when the word is no compound.
        self.split = lru_cache(REMEMBERED)(self._split)

    def _split(self, word: str) -> Split:
        if len(word) < MIN_WORD or not word.isalpha():
            return ()
        found = self._cheapest(word)
        if not found or not self._credible(word, *found):
            return ()
        *firsts, last = found[1]
        return (*(self._part(piece, self._dictionary.first.lemma(piece)) for piece in firsts),
                self._part(last, self._dictionary.last.lemma(last)))  # fmt: skip

    def _cheapest(self, word: str) -> _Way | None:
        best: _Way | None = None
        furthest = len(word) - MIN_LAST
        # By place in the word: the cheapest pieces that lead there, for each number of pieces.
        ways: dict[int, dict[int, _Way]] = {0: {0: (0.0, ())}}
        for at in range(furthest + 1):
            here = ways.get(at)
            if not here:
                continue
            if at and (last := self._last(word[at:])) is not None:
                cost, pieces = min(here.values())
                if not best or cost + last < best[0]:
                    best = (cost + last, (*pieces, word[at:]))
            for piece, cost in self._firsts(word[at:furthest]) if at < furthest - 1 else ():
                _extend(here, ways.setdefault(at + len(piece), {}), piece, cost)
        return best

    def _firsts(self, text: str) -> list[tuple[str, float]]:
        found = self._dictionary.first.beginnings(text)
        for length in range(2, len(text) + 1) if self._named else ():
            if text[:length] in self._named:
                found.append((text[:length], NAMED))
        return found

    def _last(self, piece: str) -> float | None:
        cost = self._dictionary.last.cost(piece)
        return NAMED if cost is None and piece in self._named else cost

    def _credible(self, word: str, cost: float, pieces: tuple[str, ...]) -> bool:
        if self._dictionary.knows(word):
            return cost <= MOST_IN_ALL
        return cost <= MOST_ON_AVERAGE * len(pieces)

    def _part(self, piece: str, lemma: str | None) -> Part:
        return Part(piece, piece if lemma is None or piece in self._named else lemma)


def _extend(here: dict[int, _Way], there: dict[int, _Way], piece: str, cost: float) -> None:
    for count, (so_far, pieces) in here.items():
        if count < MAX_PARTS - 1:
            known = there.get(count + 1)
            if not known or so_far + cost < known[0]:
                there[count + 1] = (so_far + cost, (*pieces, piece))
