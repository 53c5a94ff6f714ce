"""Other people beside the list: whoever is pointed to help alone is shown, once, where there are others too."""

from directory.indexing.entries import keys_of
from directory.models import KINDS, OfferPage
from directory.offers.cards import Card, cards
from directory.offers.shown import shown_offers
from directory.sites.here import here
from directory.sites.scope import scope_of
from search import Near, Query, SearchUnavailable, engine

#: "No, thank you" in the address of a list: what was declined does not come back on it.
DECLINED = ("faellesskab", "nej")
#: So many are shown, and nobody is sent further than so many kilometres.
MAX_SHOWN, MAX_KM = 3, 30

_COMMUNITIES = tuple(kind for kind, model in KINDS.items() if model.with_others)


def is_declined(request) -> bool:
    """Whether somebody does not want to see them beside this list."""
    name, value = DECLINED
    return request.GET.get(name) == value


def communities_beside(request, offers: list[OfferPage]) -> list[Card]:
    """Places with other people for the same needs, the nearest first; none where the list has one already.

    A list of the whole country without a place that somebody could go to is nowhere: nothing is near it.
    """
    if not offers or is_declined(request) or any(offer.specific_class.with_others for offer in offers):
        return []
    near, municipality = _place_of(offers), here(request).municipality
    needs = _needs_of(offers)
    if not needs or (near is None and municipality is None):
        return []
    query = Query(scope=scope_of(municipality), facets={"need": needs, "kind": _COMMUNITIES}, near=near, size=MAX_SHOWN)
    try:
        found = engine().search(query).ids
    except SearchUnavailable:
        return []
    return cards(shown_offers(keys_of(found)), request)


def _place_of(offers: list[OfferPage]) -> Near | None:
    """Where the first of the offers is that has told it, and may."""
    points = (offer.place.point for offer in offers if offer.place)
    known = next((point for point in points if point), None)
    return Near(*known, MAX_KM) if known else None


def _needs_of(offers: list[OfferPage]) -> tuple[str, ...]:
    keys = [offer.pk for offer in offers]
    return tuple(
        OfferPage.objects.filter(pk__in=keys, needs__isnull=False).values_list("needs__slug", flat=True).distinct()
    )
