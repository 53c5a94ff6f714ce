"""Phrases that say what an offer must be like, and the value of a facet that they wish for: they stand with the facets."""

from directory.facets import FACETS
from search import WishWord


def wishes() -> tuple[WishWord, ...]:
    """Every phrase of every facet, with the value's name in the language of now."""
    return tuple(
        WishWord(phrase, facet.name, value.value, str(value.label))
        for facet in FACETS
        for value in facet.values
        for phrase in value.wishes
    )
