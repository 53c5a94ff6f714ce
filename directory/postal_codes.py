"""Postal codes and towns as places to be near. Data: GeoNames, CC BY 4.0 (see `data/README.md`)."""

import re
from functools import lru_cache

from directory.seed_data import seed_data
from directory.text import spelled_out
from search import Near


@lru_cache(maxsize=1)
def postal_codes() -> dict[str, dict]:
    """Every Danish postal code: town, municipality, approximate point."""
    return seed_data("postal_codes.json")


@lru_cache(maxsize=1)
def _towns() -> dict[str, str]:
    """Town and "code town" in plain letters, to the first postal code of that town."""
    towns: dict[str, str] = {}
    for code, row in sorted(postal_codes().items()):
        towns.setdefault(_plain(row["city"]), code)
        # "København K" also answers to "København".
        towns.setdefault(_plain(re.sub(r" [A-ZÆØÅ]{1,2}$", "", row["city"])), code)
    return towns


def _plain(name: str) -> str:
    return spelled_out(name.casefold().strip())


def find_postal_code(text: str) -> str | None:
    """The postal code that a text names, by number or by town; None when there is none."""
    code = re.match(r"\s*(\d{4})\b", text)
    if code:
        return code[1] if code[1] in postal_codes() else None
    return _towns().get(_plain(text))


def near(text: str, km: float | None) -> Near | None:
    """The place that a text names, with a radius; None when nobody knows it."""
    code = find_postal_code(text)
    if code is None:
        return None
    row = postal_codes()[code]
    return Near(lat=row["latitude"], lon=row["longitude"], km=km, label=f"{code} {row['city']}")
