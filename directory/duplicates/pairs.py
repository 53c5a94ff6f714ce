"""The pairs of listings that may be one offer, and that nobody has told apart."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from directory.duplicates.likeness import Listing, Listings, read_listings
from directory.models import OfferPage, ToldApart
from directory.models.tree import BRANCH_PATH_LENGTH


@dataclass(frozen=True, slots=True)
class Pair:
    """Two listings by their keys, and what they share, in words."""

    one: int
    other: int
    shared: str


def pairs_of(offers: QuerySet[OfferPage]) -> list[Pair]:
    """The pairs among some offers, each once, the one that was there first before the other.

    Only within a branch: two municipalities each have a group of the same name. An alias is a listing on purpose.
    """
    apart = {frozenset(keys) for keys in ToldApart.objects.values_list("one", "other")}
    branches: dict[str, list[Listing]] = defaultdict(list)
    for path, listing in read_listings(offers.filter(alias_of=None).order_by("pk")):
        branches[path[:BRANCH_PATH_LENGTH]].append(listing)
    found = [pair for listings in branches.values() for pair in _pairs(listings)]
    return [pair for pair in found if frozenset((pair.one, pair.other)) not in apart]


def _pairs(listings: list[Listing]) -> Iterator[Pair]:
    """Each is compared with those before it alone, so that no two are compared twice."""
    held = Listings([])
    for listing in listings:
        for other, told in held.like(listing):
            yield Pair(other.key, listing.key, told)
        held.add(listing)


def tell_apart(one: OfferPage, other: OfferPage) -> None:
    """Remember that the two are different offers, so that nobody is asked again."""
    first, second = sorted((one.pk, other.pk))
    ToldApart.objects.get_or_create(one_id=first, other_id=second)
