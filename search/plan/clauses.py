"""What words are asked for, in no engine's language."""

from dataclasses import dataclass

#: Where words stand, and what a match there is worth: in order, and as a further reading or a part of a compound.
ZONES = {
    "title": (6.0, 3.0),
    "labels": (4.0, 2.0),
    "concepts": (1.5, 1.0),
    "text": (1.5, 0.7),
}
#: How much the other zones of a word, and the other alternatives of a clause, add to the best one.
TIE = 0.1
#: The same for phrase groups beside the clauses.
EXTRA_TIE = 0.2


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say what a clause asks for: all of its lemmas, in one of the zones; `together` as a phrase."""

    lemmas: tuple[str, ...]
    weight: float = 1.0
    zones: tuple[str, ...] = tuple(ZONES)
    together: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One content word with the other ways to say it. `rarity` is its share of the meaning: rare words say more."""

    alternatives: tuple[Alternative, ...]
    rarity: float = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """The clauses, and groups of meaning that lift an entry whether or not the clauses are met.

    `enough` lists the sets of clauses (as bits) of which one must be met; empty asks for all clauses.
    """

    clauses: tuple[Clause, ...]
    extras: tuple[Alternative, ...] = ()
    enough: tuple[int, ...] = ()
