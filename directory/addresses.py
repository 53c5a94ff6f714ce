"""Addresses of pages: made of a Danish name, and not one that the site itself uses."""

from django.utils.text import slugify

from directory.text import spelled_out

#: Names right below a front page that belong to the site. A page with one of them could not be reached.
RESERVED = frozenset(
    [
        "behov",
        "i-dag",
        "kalender",
        "kort",
        "maalgruppe",
        "find-vej",
        "forbered",
        "valg",
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
    return slugify(spelled_out(text)).strip("-")
