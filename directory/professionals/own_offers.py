"""Offers for those who help others: courses, theme days, advice, networks. The searches of citizens do not know them."""

from dataclasses import dataclass

from directory.models import OfferPage
from directory.sites.here import here
from directory.sites.scope import on_site

#: More than a site has; who has more begins to look by name.
MAX_LISTED = 50


@dataclass(frozen=True)
class OwnOffer:
    """An offer for professionals, with its address on the site asked for."""

    offer: OfferPage
    url: str


def offers_for_professionals(request) -> list[OwnOffer]:
    """Those of the site, by name."""
    site = here(request)
    rows = on_site(OfferPage.objects.shown().for_professionals().not_ended(), site.municipality)
    return [OwnOffer(offer, site.page_url(offer)) for offer in rows.order_by("title", "pk")[:MAX_LISTED]]
