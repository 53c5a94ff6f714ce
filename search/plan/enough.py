"""Which words of a query are enough, when not all of them can be met."""

from collections.abc import Sequence
from itertools import combinations

from search.plan.clauses import Clause

#: The share of the meaning that a hit must have.
LEAST = 0.28
#: More words than this are not told apart: their sets would be too many to ask for.
_TOLD_APART = 8


def enough(clauses: Sequence[Clause], least: float = LEAST) -> tuple[int, ...]:
    """The smallest sets of clauses, as bits, that have at least this share of the meaning."""
    # A hair less than exact, so that equal shares are not told apart by rounding.
    demanded = least * sum(clause.rarity for clause in clauses) - 1e-9
    rarest = sorted(range(len(clauses)), key=lambda n: -clauses[n].rarity)[:_TOLD_APART]
    found: list[int] = []
    for size in range(1, len(rarest) + 1):
        sets = [(chosen, sum(clauses[n].rarity for n in chosen)) for chosen in combinations(rarest, size)]
        # The smallest: without the last one, which says least, it would not be enough.
        found += [
            sum(1 << n for n in chosen)
            for chosen, share in sets
            if share >= demanded > share - clauses[chosen[-1]].rarity
        ]
        if all(share >= demanded for _, share in sets):
            break
    return tuple(found) or tuple(1 << n for n in range(len(clauses)))
