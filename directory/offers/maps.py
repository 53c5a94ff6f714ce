"""Maps on pages: of one place, or of the places of a list. A hidden address has no position here; see `Place.point`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from directory.maps import Map, Pin, drawn
from directory.models import OfferPage, Place
from directory.postal_codes import find_postal_code
from directory.sites.address import Address
from directory.sites.here import here

#: Maps of so many places are kept.
_MAX_KEPT = 500


@dataclass(frozen=True)
class ShownMap:
    """A drawing, with what it shows in words."""

    svg: SafeString
    label: str
    about: bool = False


def map_of_place(place: Place | None) -> ShownMap | None:
    """A map with one pin; None for a hidden address, and where nobody has told the position."""
    if place is None or place.point is None:
        return None
    drawing = _drawn_alone(Pin(place.point, about=place.approximate))
    if drawing is None:
        return None
    where = place.town_line or place.name
    return ShownMap(drawing.svg, _("Map of %(where)s.") % {"where": where} + _named(drawing), about=place.approximate)


@lru_cache(_MAX_KEPT)
def _drawn_alone(pin: Pin) -> Map | None:
    return drawn([pin])


def map_of_offers(offers: Iterable[OfferPage]) -> tuple[ShownMap | None, dict[int, str]]:
    """A map with a numbered pin for each place, and the number of each offer by its key. Hidden ones have none."""
    numbers: dict[int, str] = {}
    pins: list[Pin] = []
    for number, offer in enumerate(offers, start=1):
        point = offer.place.point if offer.place else None
        if point is not None:
            numbers[offer.pk] = str(number)
            pins.append(Pin(point, str(number)))
    drawing = drawn(pins)
    if drawing is None:
        return None, {}
    return ShownMap(drawing.svg, _("Map. The numbers are those of the list.") + _named(drawing)), numbers


def map_url(place: Place | None, request) -> str:
    """The movable map of what is near a place; empty for a hidden address, and where no postal code is known."""
    if place is None or place.point is None or find_postal_code(place.postal_code) is None:
        return ""
    return here(request).carrying(f"{reverse('map')}{Address.of(place=place.postal_code)}")


def _named(drawing: Map) -> str:
    """The towns on a drawing, as a sentence after another one."""
    return " " + _("Towns on it: %(towns)s.") % {"towns": ", ".join(drawing.towns)} if drawing.towns else ""
