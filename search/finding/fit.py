"""Whether anything fits. Fifty weak hits are no answer: the page should say so, and offer the telephone and the topics."""

from collections.abc import Sequence
from dataclasses import replace

from search.plan import Asked
from search.store import Hit, Request, Store

#: The share of the meaning that the best hit must have, in words as they are and not only in parts of them. Words in
#: its title or labels count whole, those in its text half: a word in passing does not say what an offer is about.
#: Chosen between queries for what no such site has, which have .32 at most where some word is met in passing, and
#: queries for what it is for, which have .45 at least (`tests/relevance/reach.json`).
FITS = 0.40
_NAMED = ("title", "labels")
_LOOKED_AT = 10


def fits_badly(store: Store, asked: Asked, hits: Sequence[Hit]) -> bool:
    """Whether even the best of the hits, which were found by some of the words, have little of what was asked."""
    if not asked.enough or not hits:
        return False
    bare = asked.bare()
    if len(bare.clauses) < 2 or any(asked.suffices(hit.matched) for hit in hits):
        return False
    ids = frozenset(hit.id for hit in hits[:_LOOKED_AT])
    said, named = _shares(store, bare, ids), _shares(store, bare.within(_NAMED), ids)
    return max(((said.get(key, 0.0) + named.get(key, 0.0)) / 2 for key in ids), default=0.0) < FITS


def _shares(store: Store, asked: Asked, ids: frozenset[str]) -> dict[str, float]:
    """How much of the meaning each of the entries has; those that have none are left out."""
    each = tuple(1 << n for n in range(len(asked.clauses)))
    answer = store.ask(Request(asked=replace(asked, enough=each), within=ids, limit=_LOOKED_AT))
    return {hit.id: asked.share(hit.matched) for hit in answer.hits}
