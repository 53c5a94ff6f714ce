"""The page Kort: the hits of a search as numbered rows, with the same numbers on a map, and those of other pages as dots."""

from dataclasses import dataclass

from django.conf import settings

from directory.find.filters import OfferFilterSet
from directory.find.page import found_page
from directory.find.paging import HitPage
from directory.indexing.entries import keys_of
from directory.models import OfferPage
from directory.offers.cards import Card
from directory.offers.maps import map_of_offers
from directory.sites.here import here
from search import Results, engine

#: So many rows fit on a page that is light enough for a cheap telephone.
MAX_ROWS = 40
#: So many hits are on the map, with those of other pages.
MAX_ON_MAP = 500


@dataclass(frozen=True)
class MapRow:
    """An offer in the list beside the map. Number and point are empty where there is nothing to show."""

    card: Card
    number: str
    point: tuple[float, float] | None


@dataclass(frozen=True)
class Dot:
    """A hit of another page, as the script reads it: where it is, on which page of hits its row stands, and its key."""

    point: tuple[float, float]
    page: int
    key: int

    def __str__(self) -> str:
        return f"{self.point[0]:.4f} {self.point[1]:.4f} {self.page} {self.key}"


def map_page(request, filters: OfferFilterSet, results: Results, hits: HitPage) -> dict:
    """What the page Kort shows: that of Find tilbud, its hits as numbered rows, and the map with the same numbers."""
    found = found_page(request, filters, results, hits)
    drawing, numbers = map_of_offers(hits.offers)
    others = _others(filters, hits)
    return found | {
        "rows": [_row(card, numbers) for card in found["cards"]],
        "map": drawing,
        "others": ",".join(str(dot) for dot in others),
        "unplaced": max(0, min(hits.total, MAX_ON_MAP) - len(numbers) - len(others)),
        "list_url": here(request).find_url + str(filters.asked.address.first_page()),
        "tiles_url": settings.MAP_TILES_URL,
        "tiles_credit": settings.MAP_TILES_CREDIT,
    }


def _row(card: Card, numbers: dict[int, str]) -> MapRow:
    number = numbers.get(card.offer.pk, "")
    # Only what is on the drawn map is on the movable one: a hidden address is on neither.
    return MapRow(card, number, card.offer.place.point if number else None)


def _others(filters: OfferFilterSet, hits: HitPage) -> list[Dot]:
    """The hits of other pages that have a place; none where all stand on this one. Raises SearchUnavailable."""
    if hits.last == 1:
        return []
    keys = keys_of(engine().search(filters.query_of_hits(MAX_ON_MAP)).ids)
    pages = {key: at // MAX_ROWS + 1 for at, key in enumerate(keys)}
    elsewhere = [key for key in keys if pages[key] != hits.number]
    placed = OfferPage.objects.shown().exclude(place=None).select_related("place").in_order(elsewhere)
    return [Dot(offer.place.point, pages[offer.pk], offer.pk) for offer in placed if offer.place.point]
