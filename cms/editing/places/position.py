"""Where a house lies, as far as its address tells: by other houses of the street, or by the postal code."""

from dataclasses import dataclass

from directory.models import Place
from directory.models.place import AddressVisibility
from directory.postal_codes import postal_codes


@dataclass(frozen=True)
class Position:
    """Latitude and longitude in degrees, and whether it is only that of the postal code."""

    lat: float
    lon: float
    approximate: bool


def position_of(street: str, postal_code: str) -> Position | None:
    """The position of an address; None where nobody knows the postal code. A house whose address is not public tells nothing."""
    if street:
        same = Place.objects.filter(street__iexact=street.strip(), postal_code=postal_code, approximate=False)
        known = same.exclude(lat=None).exclude(lon=None).filter(visibility=AddressVisibility.PUBLIC).first()
        if known:
            return Position(known.lat, known.lon, approximate=False)
    row = postal_codes().get(postal_code)
    return Position(row["latitude"], row["longitude"], approximate=True) if row else None


def town_of(postal_code: str) -> str:
    """The town of a postal code; empty where nobody knows it."""
    row = postal_codes().get(postal_code)
    return row["city"] if row else ""
