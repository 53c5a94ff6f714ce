"""The page Kort: the hits of a search as numbered rows, with the same numbers on a map."""

from dataclasses import dataclass

from django.conf import settings

from directory.find.filters import OfferFilterSet
from directory.find.page import found_page
from directory.find.paging import HitPage
from directory.offers.cards import Card
from directory.offers.maps import map_of_offers
from directory.sites.here import here
from search import Results

#: So many rows fit on a page that is light enough for a cheap telephone.
MAX_ROWS = 40


@dataclass(frozen=True)
class MapRow:
    """An offer in the list beside the map. Number and point are empty where there is nothing to show."""

    card: Card
    number: str
    point: tuple[float, float] | None


def map_page(request, filters: OfferFilterSet, results: Results, hits: HitPage) -> dict:
    """What the page Kort shows: that of Find tilbud, its hits as numbered rows, and the map with the same numbers."""
    found = found_page(request, filters, results, hits)
    drawing, numbers = map_of_offers(hits.offers)
    return found | {
        "rows": [_row(card, numbers) for card in found["cards"]],
        "map": drawing,
        "list_url": here(request).find_url + str(filters.asked.address.first_page()),
        "tiles_url": settings.MAP_TILES_URL,
        "tiles_credit": settings.MAP_TILES_CREDIT,
    }


def _row(card: Card, numbers: dict[int, str]) -> MapRow:
    number = numbers.get(card.offer.pk, "")
    # Only what is on the drawn map is on the movable one: a hidden address is on neither.
    return MapRow(card, number, card.offer.place.point if number else None)
