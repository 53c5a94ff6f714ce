"""Where a record lies: street and town, and the point of its postal code when that can be true."""

import re
from functools import lru_cache

from directory.geo import kilometres
from directory.importing.check.record import Record
from directory.importing.clean_text import ascii_slug
from directory.importing.map import inference
from directory.importing.map.plan import PlacePlan
from directory.postal_codes import find_postal_code, postal_codes
from directory.seed_data import seed_data

#: No point of a municipality lies farther from its middle (Bornholm's islets, Thy's ends); a code that does is wrong.
_FAR_KM = 60


@lru_cache(maxsize=1)
def municipality_points() -> dict[str, dict]:
    """One approximate point for each municipality, by name."""
    return seed_data("municipalities.json")


def place_plan(record: Record) -> PlacePlan | None:
    """The place of a record; None when neither street nor town is stated."""
    if not (record.address or record.city or record.postal_code):
        return None
    code = record.postal_code or find_postal_code(record.city) or ""
    city = record.city or postal_codes().get(code, {}).get("city", "")
    name, street = _house(record.address)
    lat, lon = _point(code, record.municipality)
    values = {
        "name": name or city,
        "street": street,
        "postal_code": code,
        "city": city,
        "lat": lat,
        "lon": lon,
        "approximate": lat is not None,
        **inference.house(record.accessibility),
    }
    return PlacePlan(slug=ascii_slug(f"{street} {code} {city}", 80) or "sted", values=values)


def _house(address: str) -> tuple[str, str]:
    """What people call the house, and its street: "Rosenhuset, Bredegade 10" is both."""
    first, _comma, rest = (part.strip() for part in address.partition(","))
    if rest and re.search(r"\d", rest) and not re.search(r"\d", first):
        return first, rest
    return first[:120], address


def _point(code: str, municipality: str) -> tuple[float | None, float | None]:
    middle = _of(municipality_points().get(municipality))
    near = _of(postal_codes().get(code))
    if near is None or (middle and kilometres(near, middle) > _FAR_KM):
        near = middle
    return near or (None, None)


def _of(row: dict | None) -> tuple[float, float] | None:
    return (row["latitude"], row["longitude"]) if row else None
