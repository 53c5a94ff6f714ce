"""The terms of one taxonomy in memory: every walk up and down the tree, without a query for each step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from directory.models.taxonomy import Term


class TermTree:
    """All terms of one taxonomy. Terms that stand in a ring, which only the database itself could make, end no walk."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {term.pk: term for term in terms}
        self._tops = [term for term in self._terms.values() if term.parent_id is None]
        self._children: dict[int, list[Term]] = {}
        for term in self._terms.values():
            if term.parent_id is not None:
                self._children.setdefault(term.parent_id, []).append(term)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The addresses of all terms, in the order in which they were given."""
        return tuple(term.slug for term in self._terms.values())

    def keys(self, slugs: Iterable[str]) -> set[int]:
        """The keys of the terms with these addresses; an address that no term has is left out."""
        wanted = set(slugs)
        return {term.pk for term in self._terms.values() if term.slug in wanted}

    def in_order(self) -> list[Term]:
        """All terms that stand below a top one, each followed by its children, with `depth` set."""
        return list(self._walk(self._tops, 0))

    def upwards(self, keys: Iterable[int]) -> list[Term]:
        """The terms with these keys and all that stand above them, each once."""
        found: dict[int, Term] = {}
        for key in keys:
            term = self._terms.get(key)
            while term is not None and term.pk not in found:
                found[term.pk] = term
                term = self._terms.get(term.parent_id)
        return list(found.values())

    def downwards(self, keys: Iterable[int]) -> set[int]:
        """These keys and the keys of all terms that stand below them."""
        found = set(keys)
        fresh = found
        while fresh:
            fresh = {term.pk for key in fresh for term in self._children.get(key, ())} - found
            found |= fresh
        return found

    def _walk(self, terms: Iterable[Term], depth: int) -> Iterator[Term]:
        for term in terms:
            term.depth = depth
            yield term
            yield from self._walk(self._children.get(term.pk, ()), depth + 1)
