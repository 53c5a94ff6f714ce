"""The page of a place: the way there, and everything that happens in the house. None for an address that is hidden."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from directory.answers import State
from directory.models import OfferPage, Place
from directory.models.place import AddressVisibility
from directory.offers.cards import cards
from directory.offers.facts import getting_in
from directory.offers.maps import map_of_place, map_url
from directory.offers.same_place import offers_at
from directory.offers.timetable import timetable
from directory.sites.here import here
from directory.sites.journey import geo_url, planner_url
from directory.times.clock import local_now
from directory.today.page import TimeRow


@dataclass(frozen=True)
class DayAtPlace:
    """A day with what is open or takes place on it, by the clock."""

    day: date
    rows: list[TimeRow]


def place_page(request, slug: str) -> dict:
    """What the page shows; 404 for a place that is hidden, or where nothing of this site is."""
    place = Place.objects.filter(slug=slug, visibility=AddressVisibility.PUBLIC).first()
    offers = list(offers_at(place, request).for_cards().order_by("title", "pk")) if place else []
    if not offers:
        raise Http404
    return {
        "place": place,
        "map": map_of_place(place),
        "map_url": map_url(place, request),
        "getting_in": getting_in(place),
        "planner_url": planner_url(place, request),
        "geo_url": geo_url(place),
        "days": days_at_place([offer for offer in offers if offer.state != State.CLOSED], request),
        "cards": cards(offers, request),
        "sensitive": any(offer.sensitive for offer in offers),
        "demonstration": next((offer for offer in offers if offer.demonstration), None),
    }


def days_at_place(offers: list[OfferPage], request) -> list[DayAtPlace]:
    """The next seven days; none when no offer has told its times."""
    site, week = here(request), timetable(offers).week(local_now().date())
    found = [
        DayAtPlace(day, [TimeRow(span, offer, site.page_url(offer), "") for span, offer in held]) for day, held in week
    ]
    return found if any(day.rows for day in found) else []
