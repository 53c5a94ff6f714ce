"""The page of a place: the way there, and everything that happens in the house. None for an address that is hidden."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from directory.hours import week
from directory.models import OfferPage, Place
from directory.models.answers import State
from directory.models.place import AddressVisibility
from directory.presenting.cards import cards
from directory.presenting.facts import getting_in
from directory.presenting.frame import carrying, municipality_of, page_url
from directory.presenting.maps import map_of_place, map_url
from directory.presenting.planner import planner_url
from directory.presenting.scope import on_site
from directory.presenting.today import Row


@dataclass(frozen=True)
class Day:
    """A day with what is open or takes place on it, by the clock."""

    day: date
    rows: list[Row]


def page_context(request, slug: str) -> dict:
    """What the page shows; 404 for a place that is hidden, or where nothing of this site is."""
    place = Place.objects.filter(slug=slug, visibility=AddressVisibility.PUBLIC).first()
    offers = list(_offers_at(place, request).for_cards().order_by("title", "pk")) if place else []
    if not offers:
        raise Http404
    return {
        "place": place,
        "map": map_of_place(place),
        "map_url": map_url(place, request),
        "getting_in": getting_in(place),
        "planner_url": planner_url(place, request),
        "days": days([offer for offer in offers if offer.state != State.CLOSED], request),
        "cards": cards(offers, request),
        "sensitive": any(offer.sensitive for offer in offers),
        "demonstration": next((offer for offer in offers if offer.demonstration), None),
    }


def days(offers: list[OfferPage], request) -> list[Day]:
    """The next seven days; none when no offer has told its times."""
    found: dict[date, list[Row]] = {}
    for offer in offers:
        for day, spans in week(offer):
            rows = found.setdefault(day, [])
            rows += [Row(span, offer, page_url(offer, request), "") for span in spans]
    ordered = [Day(day, sorted(rows, key=lambda row: (row.span, row.offer.title))) for day, rows in found.items()]
    return ordered if any(day.rows for day in ordered) else []


def shared_place_url(offer: OfferPage, request) -> str:
    """The page of the place where an offer is, if there is more than this one; empty for a hidden address."""
    place = offer.place
    if place is None or not place.is_public:
        return ""
    others = _offers_at(place, request).exclude(pk=offer.pk)
    return carrying(reverse("place", args=[place.slug]), request) if others.exists() else ""


def _offers_at(place: Place, request) -> QuerySet[OfferPage]:
    return on_site(OfferPage.objects.shown().filter(place=place), municipality_of(request))
