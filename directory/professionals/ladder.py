"""The ladder of help and the ways in: each step with what a site has on it."""

from dataclasses import dataclass

from django.utils.functional import Promise

from directory.facets import FACETS
from directory.sites.address import Address
from directory.sites.counts import Counts
from directory.sites.here import here


@dataclass(frozen=True)
class Step:
    """A value of a facet: its words, the address of the offers that have it, and how many there are."""

    label: str | Promise
    url: str
    count: int | None  # None while the search is out


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
