"""Postal codes and towns as places to be near. Data: GeoNames, CC BY 4.0 (see `data/README.md`)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from directory.seed_data import seed_data
from directory.text import spelled_out
from search import Near
from search.folding import loosely_folded

#: What people call towns, beside their names.
_CALLED = {"kbh": "København", "kbhvn": "København", "cph": "København", "copenhagen": "København"}
#: More than this of a text is no address.
_MOST_LETTERS = 200


@lru_cache(maxsize=1)
def postal_codes() -> dict[str, dict]:
    """Every Danish postal code: town, municipality, approximate point."""
    return seed_data("postal_codes.json")


@lru_cache(maxsize=1)
def _towns() -> dict[str, str]:
    """Town and "code town" in plain letters, to the first postal code of that town."""
    towns: dict[str, str] = {}
    # Codes below 1000 are boxes of firms, not where anybody lives.
    for code, row in sorted(postal_codes().items(), key=lambda item: (item[0] < "1000", item[0])):
        towns.setdefault(_plain(row["city"]), code)
        # "København K" also answers to "København".
        towns.setdefault(_plain(re.sub(r" [A-ZÆØÅ]{1,2}$", "", row["city"])), code)
    return towns


@lru_cache(maxsize=1)
def _loose_towns() -> dict[str, str]:
    """The same for those who leave the dots and rings out: "Kobenhavn"."""
    towns: dict[str, str] = {}
    for town, code in _towns().items():
        towns.setdefault(loosely_folded(town), code)
    return towns


def _plain(name: str) -> str:
    return spelled_out(name.casefold().strip())


def find_postal_code(text: str) -> str | None:
    """The postal code that a text names, by number or by town; None when there is none."""
    code = re.match(r"\s*(\d{4})\b", text)
    if code:
        return code[1] if code[1] in postal_codes() else None
    return _towns().get(_plain(text))


def read_postal_code(text: str) -> str | None:
    """The postal code of what people paste: "Vejle 7100", "DK-7100", "Lossepladsen 12, 7100 Vejle", "Kobenhavn", "kbh"."""
    text = unicodedata.normalize("NFC", text)[:_MOST_LETTERS]
    # The code stands behind the street: a number of a house may have four digits as well.
    codes = [code for code in re.findall(r"(?<!\d)\d{4}(?!\d)", text) if code in postal_codes()]
    return codes[-1] if codes else next((code for code in map(_town, _names(text)) if code), None)


def _names(text: str) -> Iterator[str]:
    """What may be the town of an address: all of it, then its parts from the end."""
    for part in (text, *reversed(text.split(","))):
        name = re.sub(r"\b(kommune|danmark|denmark)\b|[.\d]", " ", part.casefold()).strip()
        yield _CALLED.get(name, name)


def _town(name: str) -> str | None:
    return _towns().get(_plain(name)) or _loose_towns().get(loosely_folded(_plain(name)))


def municipality_of(text: str) -> str:
    """The municipality that a place lies in, by the name in its address; empty when nobody knows the place."""
    code = read_postal_code(text)
    row = seed_data("municipalities.json").get(postal_codes()[code]["municipality"]) if code else None
    return row["slug"] if row else ""


def near(text: str, km: float | None) -> Near | None:
    """The place that a text names, with a radius; None when nobody knows it."""
    code = read_postal_code(text)
    if code is None:
        return None
    row = postal_codes()[code]
    return Near(lat=row["latitude"], lon=row["longitude"], km=km, label=f"{code} {row['city']}")
