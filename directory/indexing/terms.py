"""The taxonomies in memory: a term and what stands above it, without a query for each offer."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory.models import Need, TargetGroup
from directory.models.taxonomy import Term


class Tree:
    """All terms of one taxonomy."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {term.pk: term for term in terms}
        self.all_slugs = tuple(term.slug for term in self._terms.values())

    def upwards(self, keys: Iterable[int]) -> list[Term]:
        """The terms with these keys and their ancestors, each once."""
        found: dict[int, Term] = {}
        for key in keys:
            term = self._terms.get(key)
            while term is not None and term.pk not in found:
                found[term.pk] = term
                term = self._terms.get(term.parent_id)
        return list(found.values())

    def downwards(self, key: int) -> set[int]:
        """The key of a term and of all that stands below it."""
        found, fresh = {key}, {key}
        while fresh:
            fresh = {term.pk for term in self._terms.values() if term.parent_id in fresh} - found
            found |= fresh
        return found


@dataclass(frozen=True)
class Terms:
    """Both taxonomies, read once for a batch."""

    needs: Tree
    groups: Tree

    @classmethod
    def load(cls) -> "Terms":
        """Read them from the database: two queries."""
        return cls(needs=Tree(Need.objects.all()), groups=Tree(TargetGroup.objects.all()))
