"""Patterns of words with slots: "{bliver} slået", "{taget} + {mængde} + {piller}", '"kan ikke mere"'.

A slot stands for any of its words. Words follow each other with little between them; between quotation marks they
stand side by side; with + between them they stand near each other in any order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

#: So many other words may stand between two words of a pattern: "vil bare ikke leve mere".
BETWEEN = 2
#: So many other words may stand among words whose order does not matter.
AMONG = 4
_SLOT = ("{", "}")
#: The slot of numbers from this one on: two tablets are for a headache.
NUMBER, MANY = "{antal}", 5


class Order(Enum):
    """How the words of a pattern stand to each other."""

    NEAR = "near"  # one after the other
    TOGETHER = "together"  # side by side
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern cut into its words and slots."""

    parts: tuple[str, ...]
    order: Order = Order.NEAR

    @classmethod
    def of(cls, pattern: str) -> "Shape":
        pattern = pattern.strip()
        if pattern.startswith('"'):
            return cls(tuple(pattern.strip('"').split()), Order.TOGETHER)
        if "+" in pattern:
            return cls(tuple(pattern.replace("+", " ").split()), Order.ANY)
        return cls(tuple(pattern.split()))


def is_slot(part: str) -> bool:
    """Whether a part of a pattern stands for several words."""
    return part.startswith(_SLOT[0]) and part.endswith(_SLOT[1])


def places(symbols: Sequence[str], order: Order, row: Sequence[frozenset[str]]) -> tuple[int, ...] | None:
    """Where in a row of words the symbols of a pattern stand, each word given by all symbols that it may stand for."""
    if order is Order.ANY:
        return _in_any_order(symbols, row)
    between = 0 if order is Order.TOGETHER else BETWEEN
    for start, own in enumerate(row):
        if symbols[0] in own:
            rest = _going_on(symbols[1:], row, start + 1, between)
            if rest is not None:
                return (start, *rest)
    return None


def _going_on(symbols: Sequence[str], row: Sequence[frozenset[str]], at: int, between: int) -> tuple[int, ...] | None:
    if not symbols:
        return ()
    for n in range(at, min(len(row), at + between + 1)):
        if symbols[0] in row[n]:
            rest = _going_on(symbols[1:], row, n + 1, between)
            if rest is not None:
                return (n, *rest)
    return None


def _in_any_order(symbols: Sequence[str], row: Sequence[frozenset[str]]) -> tuple[int, ...] | None:
    """Each symbol by a word of its own, all within one stretch of words."""
    stretch = len(symbols) + AMONG
    for start in range(len(row)):
        taken = _taken(symbols, row[start : start + stretch])
        if taken is not None:
            return tuple(start + at for at in taken)
    return None


def _taken(
    symbols: Sequence[str], row: Sequence[frozenset[str]], used: frozenset[int] = frozenset()
) -> tuple[int, ...] | None:
    if not symbols:
        return ()
    for at, own in enumerate(row):
        if at not in used and symbols[0] in own:
            rest = _taken(symbols[1:], row, used | {at})
            if rest is not None:
                return (at, *rest)
    return None
