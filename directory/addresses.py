"""Addresses of pages: made of a Danish name, and not one that the site itself uses."""

from django.utils.text import slugify

#: Danish letters as they are written where only a-z are.
_SPELLED_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss"})

#: Names right below a front page that belong to the site. A page with one of them could not be reached.
RESERVED = frozenset(
    [
        "behov",
        "i-dag",
        "kalender",
        "kort",
        "maalgruppe",
        "liste",
        "sammenlign",
        "sted",
        "rute",
        "q",
        "fagfolk",
        "forslag",
        "samling",
        "tilbagemelding",
        "was",
        "stil",
        "en",
        "api",
        "hele-landet",
        "hjaelp-nu",
        "healthz",
        "readyz",
        "metrics",
        "admin",
        "static",
        "media",
        "dokumenter",
    ]
)


def danish_slug(text: str) -> str:
    """A name as part of an address: Stærke Åer becomes staerke-aaer."""
    return slugify(text.translate(_SPELLED_OUT)).strip("-")
