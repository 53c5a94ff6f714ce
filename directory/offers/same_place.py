"""The offers of one house: what else happens where an offer is."""

from django.db.models import QuerySet
from django.urls import reverse

from directory.models import OfferPage, Place
from directory.sites.here import here
from directory.sites.scope import on_site


def offers_at(place: Place, request) -> QuerySet[OfferPage]:
    """The offers at a place that the site asked for shows."""
    return on_site(OfferPage.objects.shown().for_citizens().filter(place=place), here(request).municipality)


def shared_place_url(offer: OfferPage, request) -> str:
    """The page of the place where an offer is, if there is more than this one; empty for a hidden address."""
    place = offer.place
    if place is None or not place.is_public:
        return ""
    others = offers_at(place, request).exclude(pk=offer.pk)
    return here(request).carrying(reverse("place", args=[place.slug])) if others.exists() else ""
