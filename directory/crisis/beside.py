"""Where to go: offers for those in acute need here, and help beside you with screen, print and telephone. Asks no index."""

from dataclasses import dataclass
from datetime import datetime

from directory.answers import Answer
from directory.crisis.lines import wait
from directory.geo import kilometres
from directory.models import OfferPage, Place
from directory.offers.lines import where_line
from directory.offers.shown import shown_offers
from directory.sites.here import here
from directory.sites.scope import on_site
from directory.times.clock import local_now
from directory.times.status import Status
from search import Near

#: The need of those who cannot wait.
ACUTE = "akut-krise"
#: So many places are shown; each has to be read by somebody who is not well.
MAX_SHOWN = 3


@dataclass(frozen=True)
class Beside:
    """An offer to go to or to call, in three lines."""

    title: str
    url: str
    status: Status
    where: str
    phone: str


def acute_offers(request) -> list[Beside]:
    """The municipality's own offers for an acute crisis, open now first; none on the portal, which is nowhere."""
    municipality = here(request).municipality
    if municipality is None:
        return []
    own = OfferPage.objects.descendant_of(municipality).filter(needs__slug=ACUTE)
    offers, now = _shown(own), local_now()
    offers.sort(key=lambda offer: (wait(offer.status_at(now), now), offer.title))
    return [_beside(offer, request, now) for offer in offers[:MAX_SHOWN]]


def help_beside(request, near: Near | None = None) -> list[Beside]:
    """Where somebody helps with screen, print and telephone: the nearest first, else who is open now.

    A place that has told no hours is not shown: nobody should stand before a closed door.
    """
    municipality = here(request).municipality
    told = on_site(OfferPage.objects.filter(screen_help=Answer.YES, place__isnull=False), municipality)
    offers = [offer for offer in _shown(told) if offer.place.is_public and offer.schedule.is_told]
    now = local_now()
    offers.sort(key=lambda offer: (_distance(offer.place, near), wait(offer.status_at(now), now), offer.title))
    return [_beside(offer, request, now) for offer in offers[:MAX_SHOWN]]


def _shown(offers) -> list[OfferPage]:
    return shown_offers(offers.shown().for_citizens().order_by("pk").values_list("pk", flat=True))


def _distance(place: Place | None, near: Near | None) -> float:
    """Kilometres; a place without a position comes last, and all are alike where nobody asked."""
    if near is None:
        return 0
    return kilometres((near.lat, near.lon), place.point) if place and place.point else float("inf")


def _beside(offer: OfferPage, request, now: datetime) -> Beside:
    # Nobody must find a visitor's list by a link of this page.
    return Beside(offer.title, here(request).bare_url(offer), offer.status_at(now), where_line(offer), offer.phone)
