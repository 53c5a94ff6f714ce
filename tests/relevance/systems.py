"""What is measured: systems that answer a query with the ids of offers, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from django.http import QueryDict

from directory.find.filters import OfferFilterSet
from directory.models import MunicipalityPage, OfferPage
from search import Query, Results, engine

#: As many as the first page shows; recall is taken over it.
DEPTH = 20


@dataclass(frozen=True)
class Answer:
    """The first hits by the id of their source, how many there are, and what the search says about them."""

    hits: tuple[str, ...]
    total: int
    crisis: tuple[str, ...] = ()  # the topics of crisis that were seen
    weak: bool = False  # it says that nothing fits well


class System(Protocol):
    """Something that finds offers."""

    name: str

    def find(self, text: str, municipality: str | None) -> Answer:
        """What it finds on the site of a municipality, or everywhere."""


class Site:
    """The search as visitors have it: the query string through the filters to the engine."""

    name = "vejviser"

    def find(self, text: str, municipality: str | None) -> Answer:
        results = self.results(text, municipality)
        told = results.understood
        return Answer(external_ids((*results.ids, *results.more)), results.total, told.crisis, told.weak)

    def results(self, text: str, municipality: str | None) -> Results:
        return engine().search(self.query(text, municipality))

    def query(self, text: str, municipality: str | None) -> Query:
        """What the page Find tilbud asks, with the counts of all facets."""
        data = QueryDict(mutable=True)
        data["q"] = text
        return OfferFilterSet(data, municipality=branch(municipality)).query(size=DEPTH)


def branch(name: str | None) -> MunicipalityPage | None:
    return MunicipalityPage.objects.get(title=name) if name else None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {f"offer:{key}": name for key, name in OfferPage.objects.values_list("pk", "external_id")}


def external_ids(ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(_names()[item] for item in ids)


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """The titles of all offers by the id of their source."""
    return dict(OfferPage.objects.values_list("external_id", "title"))
