"""Suggestions while somebody types: a table in memory, made for each site, the same for every engine."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from search.danish import Analyser
from search.folding import loosely_folded
from search.plan.alike import Lookalikes
from search.text import clean

MOST = 8
#: So many names are told of that look like what was typed, and what they have in common with it: less than is taken for a
#: word that somebody meant, since they are only named.
MOST_ALIKE, ALIKE = 3, 0.45
#: Words of so many letters look like too many others.
_SHORT = 3
#: Of a part of a compound so many letters are looked for in the word, since parts are given as lemmas.
_TELLING = 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to search for or to go to.

    `weight` is the number of entries behind it on this site; None where only a search tells, which is made once somebody
    begins to type the label.
    """

    label: str
    kind: str
    weight: int | None
    address: str = ""


def _leading(rows: list[Suggestion]) -> list[Suggestion]:
    """Those that lead to something; a search for the very name of something that is suggested is not told beside it."""
    named = {row.label.casefold() for row in rows if row.weight}
    return [row for row in rows if row.weight or (row.weight is None and row.label.casefold() not in named)]


class Suggestions:
    """Finds suggestions by the beginnings of their words, and of the parts of those: "grup" gives "Selvhjælpsgruppe"."""

    def __init__(self, rows: Iterable[Suggestion], analyser: Analyser, weigh: Callable[[str], int]) -> None:
        """`weigh` tells of a label how many entries a search for it finds."""
        self._analyser = analyser
        self._weigh = cache(weigh)
        self._leading = _leading(list(rows))
        keyed = ((key, place, row) for row in self._leading for key, place in self._keys(row.label))
        self._rows = sorted(keyed, key=lambda one: (one[0], one[1], one[2].label))

    def find(self, typed: str, most: int = MOST) -> tuple[Suggestion, ...]:
        """The suggestions for what was typed so far; those whose own beginning it is come first."""
        start = loosely_folded(clean(typed))
        if not start:
            return ()
        best: dict[Suggestion, int] = {}
        for key, place, row in self._from(start):
            if not key.startswith(start):
                break
            best[row] = min(place, best.get(row, place))
        weights = {row: self._weigh(row.label) if row.weight is None else row.weight for row in best}
        ordered = sorted(best, key=lambda row: (best[row] > 0, -weights[row], row.label))
        return tuple(row for row in ordered if weights[row])[:most]

    def like(self, typed: str, most: int = MOST_ALIKE) -> tuple[Suggestion, ...]:
        """The suggestions with a word that looks like one that was typed, the likest first: for when nothing was found."""
        lookalikes, having = self._words
        words = [
            loosely_folded(token.text) for token in self._analyser.tokens(clean(typed)) if len(token.text) > _SHORT
        ]
        found = dict.fromkeys(
            row for word in words for other in (word, *lookalikes.of(word)) for row in having.get(other, ())
        )
        likest = (row for row in found if (self._weigh(row.label) if row.weight is None else row.weight))
        return tuple(islice(likest, most))

    @cached_property
    def _words(self) -> tuple[Lookalikes, dict[str, list[Suggestion]]]:
        """The words of all labels, to be looked for by what they look like, with the shortest labels that have each."""
        having: dict[str, list[Suggestion]] = defaultdict(list)
        for row in sorted(self._leading, key=lambda row: (len(row.label), row.label)):
            for token in self._analyser.tokens(row.label):
                having[loosely_folded(token.text)].append(row)
        return Lookalikes(having, ALIKE), having

    def _from(self, start: str) -> Iterator[tuple[str, int, Suggestion]]:
        at = bisect_left(self._rows, start, key=lambda row: row[0])
        return (self._rows[n] for n in range(at, len(self._rows)))

    def _keys(self, label: str) -> Iterator[tuple[str, int]]:
        """The label from each of its words and their parts on, and how far in that is."""
        for token in self._analyser.tokens(label):
            for offset in (0, *self._part_starts(token.text)):
                at = token.start + offset
                yield loosely_folded(label[at:]), at

    def _part_starts(self, word: str) -> Iterator[int]:
        after = 1
        for part in self._analyser.parts(word)[1:]:
            at = word.find(part[:_TELLING], after)
            if at > 0:
                yield at
                after = at + 1
