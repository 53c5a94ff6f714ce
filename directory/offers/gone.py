"""An offer that was here and is not any more: what comes nearest to it, instead of a dead end."""

from dataclasses import replace
from datetime import datetime

from django.urls import translate_url

from directory.indexing.entries import keys_of
from directory.models import OfferPage
from directory.offers.cards import Card, cards
from directory.offers.shown import shown_offers
from directory.sites.here import here
from directory.sites.scope import scope_of
from directory.times.status import Status
from search import Near, Query, SearchUnavailable, engine

MAX_SIMILAR = 5
#: So many stand on the page of an offer that is closed itself.
MAX_INSTEAD = 3


def gone_offer(request) -> OfferPage | None:
    """The offer that stood at the address asked for and was published once; None for any other address."""
    home, path = here(request).home, translate_url(request.path_info, "da")
    # No page has such an address, and not every database may be asked for it.
    if home is None or "\x00" in path:
        return None
    portal = home.url_path.rstrip("/")
    # A municipality's site shows national offers under the portal's own addresses.
    paths = {portal + path, "/".join(home.url_path.split("/")[:2]) + path}
    # The last part of the address is what the database finds at once.
    slug = path.rstrip("/").rpartition("/")[2]
    rows = OfferPage.objects.filter(live=False, first_published_at__isnull=False, slug=slug, url_path__in=paths)
    return rows.public().first()


def similar(request, offer: OfferPage, open_at: datetime | None = None, near: Near | None = None) -> list[Card]:
    """Offers for the same needs, else of the same kind; none when the search is out.

    Only what is open at a moment where one is told, and what is nearest to a place first, else what has the likest name.
    """
    needs = tuple(offer.needs.values_list("slug", flat=True))
    facets = {"need": needs} if needs else {"kind": (offer.specific_class.kind,)}
    query = Query(
        text="" if near else offer.title,
        scope=scope_of(here(request).municipality),
        facets=facets,
        open_at=open_at,
        near=near,
        size=MAX_SIMILAR,
    )
    try:
        found = engine().search(query)
        if not found.ids:
            found = engine().search(replace(query, text=""))
    except SearchUnavailable:
        return []
    return cards(shown_offers(key for key in keys_of(found.ids) if key != offer.pk), request)


def instead(request, offer: OfferPage, status: Status, now: datetime) -> list[Card]:
    """Where somebody would come in vain: what is like it after it has ended; while it is closed, what is open now and near."""
    if status.kind == "ended":
        return similar(request, offer)[:MAX_INSTEAD]
    return similar(request, offer, now, _near(offer))[:MAX_INSTEAD] if status.is_closed else []


def _near(offer: OfferPage) -> Near | None:
    """Where it is; None for a hidden address, which the order would give away."""
    point = offer.place.point if offer.place else None
    return Near(*point) if point else None
