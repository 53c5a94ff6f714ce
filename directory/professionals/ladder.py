"""The ladder of help and the ways in: each step with what a site has on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from directory.facets import FACETS
from directory.sites.address import Address
from directory.sites.here import here
from directory.sites.scope import scope_of
from search import Query, SearchUnavailable, engine

#: How many offers of a site have each value, by the name of the facet.
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Step:
    """A value of a facet: its words, the address of the offers that have it, and how many there are."""

    label: str | Promise
    url: str
    count: int | None  # None while the search is out


def counts_here(request, *names: str) -> Counts | None:
    """How many offers the site has of each value of these facets; None while the search is out."""
    query = Query(scope=scope_of(here(request).municipality), counted=names, size=1)
    try:
        return engine().search(query).counts
    except SearchUnavailable:
        return None


def steps(request, name: str, counts: Counts | None) -> list[Step]:
    """The values of a facet in their order, each with its offers. One that no offer has is told all the same."""
    site = here(request)
    return [
        Step(
            value.label,
            site.carrying(f"{site.find_url}{Address.of(**{name: value.value})}"),
            None if counts is None else counts.get(name, {}).get(value.value, 0),
        )
        for value in FACETS[name].values
    ]
