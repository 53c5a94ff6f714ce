"""The ways of asking for what the words of a query mean, from the narrowest to the widest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from search.plan.clauses import Alternative, Asked, Clause, Extra
from search.plan.enough import enough
from search.plan.sentence import MOST_WORDS

#: With the words they are as many things as one number can tell apart.
MOST_EXTRAS = 8


@dataclass(frozen=True, slots=True)
class Said:
    """What the words of a query mean: a clause for each, and the meanings beside them.

    `free` are bits not demanded, `relatives` those of words for somebody close: an offer need not name them.
    """

    clauses: tuple[Clause, ...]
    whole: tuple[Extra, ...]
    extras: tuple[Extra, ...]
    free: int = 0
    relatives: int = 0

    @property
    def strict(self) -> Asked:
        """All words as they are."""
        demanded = self._without(self.free)
        everything = (1 << len(self.clauses)) - 1
        return Asked(self.clauses, self.whole, enough=(demanded,) if demanded != everything else ())

    @property
    def wide(self) -> Asked | None:
        """All words, or others for the same; None when there are none."""
        demanded = self._without(self.free | self.relatives)
        return Asked(self.clauses, self._every, enough=(demanded,)) if self.extras else None

    @property
    def some(self) -> Asked:
        """A part of what the words mean."""
        return Asked(self.clauses, _sufficing(self._every), enough=enough(self.clauses))

    @property
    def last(self) -> Asked:
        """The same, also among the everyday names of labels."""
        return replace(self.some, clauses=tuple(_among_everyday_names(clause) for clause in self.clauses))

    @property
    def marks(self) -> frozenset[str]:
        """What to mark in a hit: the words, and single words for the same; a word of a longer term says little by itself."""
        own = {lemma for clause in self.clauses for one in clause.alternatives for lemma in one.lemmas}
        same = {one.lemmas[0] for extra in self.extras for one in extra.alternatives if len(one.lemmas) == 1}
        return frozenset(own | same)

    @property
    def _every(self) -> tuple[Extra, ...]:
        return (*self.whole, *self.extras)[:MOST_EXTRAS]

    def _without(self, bits: int) -> int:
        """The bits of all clauses but these, or of all when nothing would be left."""
        everything = (1 << len(self.clauses)) - 1
        return everything & ~bits or everything


def whole(rows: Sequence[tuple[str, ...]]) -> tuple[Extra, ...]:
    """All words in a row, as in the name of an offer."""
    if len(rows) < 2:
        return ()
    lemmas = tuple(row[0] for row in rows)
    return (Extra((Alternative(lemmas, zones=("title", "labels"), together=True),), (1 << MOST_WORDS) - 1),)


def _among_everyday_names(clause: Clause) -> Clause:
    named = tuple(replace(one, zones=("concepts",)) for one in clause.alternatives)
    return replace(clause, alternatives=clause.alternatives + named)


def _sufficing(extras: tuple[Extra, ...]) -> tuple[Extra, ...]:
    """The extras, of which those of several words are enough by themselves."""
    return tuple(replace(extra, suffices=extra.covers.bit_count() > 1) for extra in extras)
