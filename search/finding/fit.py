"""Whether anything fits. Fifty weak hits are no answer: the page should say so, and offer the telephone and the topics."""

from collections.abc import Sequence
from dataclasses import replace

from search.plan import Asked
from search.store import Hit, Request, Store

#: The share of the meaning that the best hit must have, in words as they are and not only in parts of them.
FITS = 0.43
_LOOKED_AT = 10


def fits_badly(store: Store, asked: Asked, hits: Sequence[Hit]) -> bool:
    """Whether even the best of the hits, which were found by some of the words, have little of what was asked."""
    if not asked.enough or not hits:
        return False
    bare = asked.bare()
    if len(bare.clauses) < 2 or any(asked.suffices(hit.matched) for hit in hits):
        return False
    ids = frozenset(hit.id for hit in hits[:_LOOKED_AT])
    each = tuple(1 << n for n in range(len(bare.clauses)))
    answer = store.ask(Request(asked=replace(bare, enough=each), within=ids, limit=_LOOKED_AT))
    return max((bare.share(hit.matched) for hit in answer.hits), default=0.0) < FITS
