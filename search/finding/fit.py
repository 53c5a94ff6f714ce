"""Whether anything fits. Fifty weak hits are no answer: the page should say so, and offer the telephone and the topics."""

from collections.abc import Sequence

from search.plan import Asked
from search.store import Hit, Store

#: The share of the meaning that the best hit must have, in words as they are and not only in parts of them. Words in
#: its title or labels count whole, those in its text half: a word in passing does not say what an offer is about.
#: Chosen between queries for what no such site has, which have .32 at most where some word is met in passing, and
#: queries for what it is for, which have .45 at least (`tests/relevance/reach.json`).
FITS = 0.40
_NAMED = ("title", "labels")
#: So many of the best hits are looked at.
LOOKED_AT = 10
#: The share of the meaning that one of the hits in a place must have in what names it, for the place to be enough.
NAMED = 0.5


def fits_badly(store: Store, asked: Asked, hits: Sequence[Hit]) -> bool:
    """Whether even the best of the hits, which were found by some of the words, have little of what was asked."""
    if not asked.enough or not hits:
        return False
    bare = asked.bare()
    if len(bare.clauses) < 2 or any(asked.suffices(hit.matched) for hit in hits):
        return False
    ids = [hit.id for hit in hits[:LOOKED_AT]]
    met = store.matched(bare.beside(_NAMED), ids)
    return max(_share(bare, bits) for bits in met.values()) < FITS


def is_named(store: Store, asked: Asked, hits: Sequence[Hit]) -> bool:
    """Whether one of the hits has most of what was asked in its name, its labels or its summary."""
    if not hits:
        return False
    named = asked.bare().only(("title", "labels", "summary"))
    met = store.matched(named, [hit.id for hit in hits])
    return max(named.share(bits) for bits in met.values()) >= NAMED


def _share(bare: Asked, bits: int) -> float:
    """How much of the meaning an entry has that meets these clauses anywhere, and then in what names it."""
    said, named, extras = (
        bits & bare.everything,
        bits >> len(bare.clauses) & bare.everything,
        bits >> 2 * len(bare.clauses),
    )
    meant = extras << len(bare.clauses)
    return (bare.share(said | meant) + bare.share(named | meant)) / 2
