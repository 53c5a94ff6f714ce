"""What words are asked for, in no engine's language."""

from dataclasses import dataclass, replace

#: Where words stand, and what a match there is worth: in order, and as a further reading or a part of a compound.
ZONES = {
    "title": (6.0, 3.0),
    "labels": (4.0, 2.0),
    "concepts": (1.5, 1.0),
    "summary": (3.5, 1.8),
    "text": (1.5, 0.7),
}
#: Where words are looked for first. Everyday names of needs and groups are asked only when little else was found: every
#: offer for a need carries all of them, which would drown what an offer says itself.
SEARCHED = ("title", "labels", "summary", "text")
#: How much the other zones of a word, and the other alternatives of a clause, add to the best one.
TIE = 0.1
#: The same for the groups of meaning beside the clauses: most of them say something that the best one does not.
EXTRA_TIE = 0.7
#: What a word is worth for which another stands in: the word that was typed comes first.
STOOD_IN_FOR = 0.8
#: How much more than its part of the score it costs an entry not to have all that was asked for.
LACKING = 1.5


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say what a clause asks for: all of its lemmas, in one of the zones; `together` as a phrase."""

    lemmas: tuple[str, ...]
    weight: float = 1.0
    zones: tuple[str, ...] = SEARCHED
    together: bool = False


def _weaker(alternatives: tuple[Alternative, ...], factor: float) -> tuple[Alternative, ...]:
    return tuple(replace(one, weight=one.weight * factor) for one in alternatives)


@dataclass(frozen=True, slots=True)
class Clause:
    """One content word with the other ways to say it. `rarity` is its share of the meaning: rare words say more."""

    alternatives: tuple[Alternative, ...]
    rarity: float = 1.0
    #: What it would say if entries had it: a word that no entry has counts less, so that it does not hide the others.
    full_rarity: float = 0.0

    def bare(self) -> "Clause":
        """The word as it is, without its parts, at its full rarity."""
        whole = tuple(one for one in self.alternatives if one.weight >= self.alternatives[0].weight)
        return Clause(whole, self.full_rarity or self.rarity)

    def rarer(self, factor: float) -> "Clause":
        """The same, but it is another share of the meaning."""
        return replace(self, rarity=self.rarity * factor, full_rarity=self.full_rarity * factor)

    def weaker(self, factor: float) -> "Clause":
        """The same, but a match says less."""
        return replace(self, alternatives=_weaker(self.alternatives, factor))


@dataclass(frozen=True, slots=True)
class Extra:
    """A meaning that several words have together. It lifts an entry, and stands in for the clauses that it `covers`."""

    alternatives: tuple[Alternative, ...]
    covers: int = 0  # bits of clauses
    #: Whether it is enough by itself: an everyday phrase of several words says what is meant.
    suffices: bool = False

    def within(self, other: "Extra") -> bool:
        """Whether the other covers all that this one does, and more."""
        return self.covers | other.covers == other.covers != self.covers

    def weaker(self, factor: float) -> "Extra":
        """The same, but a match says less."""
        return replace(self, alternatives=_weaker(self.alternatives, factor))


@dataclass(frozen=True, slots=True)
class Lift:
    """A fact that is wished for, not demanded: entries that have it come higher, or lower by a factor below one.

    With `alternatives` it is about words of the entry in place of a fact.
    """

    facet: str = ""
    value: str = ""
    factor: float = 1.25
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The clauses, the meanings beside them, and the lifts.

    `enough` lists the sets of clauses (as bits) of which one must be met, or one of the extras; empty asks for all
    clauses.
    """

    clauses: tuple[Clause, ...]
    extras: tuple[Extra, ...] = ()
    lifts: tuple[Lift, ...] = ()
    enough: tuple[int, ...] = ()

    @property
    def everything(self) -> int:
        """The bits of all clauses."""
        return (1 << len(self.clauses)) - 1

    def covered(self, matched: int) -> int:
        """The bits of the clauses that are met, or stood in for by an extra that is."""
        bits = matched & self.everything
        for n, extra in enumerate(self.extras):
            if matched >> len(self.clauses) + n & 1:
                bits |= extra.covers
        return bits & self.everything

    def bare(self) -> "Asked":
        """The words as they are, without their parts, and the meanings beside them."""
        return Asked(tuple(clause.bare() for clause in self.clauses), self.extras)

    def only(self, zones: tuple[str, ...]) -> "Asked":
        """The words and the meanings in these zones alone."""

        def within(alternatives: tuple[Alternative, ...]) -> tuple[Alternative, ...]:
            kept = (replace(one, zones=tuple(zone for zone in one.zones if zone in zones)) for one in alternatives)
            return tuple(one for one in kept if one.zones)

        clauses = tuple(replace(clause, alternatives=within(clause.alternatives)) for clause in self.clauses)
        extras = tuple(replace(extra, alternatives=within(extra.alternatives)) for extra in self.extras)
        return replace(self, clauses=clauses, extras=tuple(extra for extra in extras if extra.alternatives))

    def beside(self, zones: tuple[str, ...]) -> "Asked":
        """The words twice: first where they are looked for, then in these zones only; then the meanings beside them."""
        narrowed = tuple(
            replace(clause, alternatives=tuple(replace(one, zones=zones) for one in clause.alternatives))
            for clause in self.clauses
        )
        return replace(self, clauses=self.clauses + narrowed)

    def suffices(self, matched: int) -> bool:
        """Whether one of the meanings that are enough by themselves is met."""
        first = len(self.clauses)
        return any(extra.suffices and matched >> first + n & 1 for n, extra in enumerate(self.extras))

    def lifted(self, matched: int) -> float:
        """What the facts wished for make of the score."""
        factor = 1.0
        for n, lift in enumerate(self.lifts):
            if matched >> len(self.clauses) + len(self.extras) + n & 1:
                factor *= lift.factor
        return factor

    def share(self, matched: int) -> float:
        """How much of the meaning of the clauses is met, between 0 and 1."""
        return self._met(matched, 1.0)

    def merit(self, matched: int) -> float:
        """What that is worth: the words that were typed before others for them, and most of what was asked before some."""
        return float(self._met(matched, STOOD_IN_FOR) ** LACKING)

    def _met(self, matched: int, stood_in_for: float) -> float:
        whole = sum(clause.rarity for clause in self.clauses)
        bits = self.covered(matched)
        met = sum(
            clause.rarity * (1.0 if matched >> n & 1 else stood_in_for)
            for n, clause in enumerate(self.clauses)
            if bits >> n & 1
        )
        return met / whole if whole else 1.0
