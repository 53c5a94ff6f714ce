"""The visitor's list: putting offers on it and off, carrying it along, handing it over, printing it."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.safestring import SafeString

from directory.entitlements.shown import entitlement_of
from directory.models.description import LawLine
from directory.offers.cards import Card, cards
from directory.offers.handover import handover_of_list, qr_code
from directory.offers.maps import map_of_offers
from directory.offers.shown import shown_offers
from directory.shortlist.community import DECLINED, communities_beside, is_declined
from directory.shortlist.journal import journal_text
from directory.sites.here import here
from directory.sites.shortlist import Shortlist
from directory.times.clock import local_now
from directory.times.span import Span

#: So much of the way and of the first visit fits beside another offer on a sheet of paper.
_STEPS = 3


@dataclass(frozen=True)
class ListedOffer:
    """An offer on the list, with what can be done with it."""

    card: Card
    remove_url: str
    raise_url: str
    number: str = ""  # of its pin on the map, if it has one


@dataclass(frozen=True)
class Sheet:
    """An offer as it stands on paper."""

    card: Card
    week: list[tuple[object, list[Span]]]
    route: list[str]
    steps: list[str]
    law: tuple[LawLine, ...]
    qr: SafeString


def list_url(shortlist: Shortlist) -> str:
    """Where the list is shown."""
    return reverse("shortlist", args=[shortlist.text]) if len(shortlist) else reverse("shortlist")


def declined_url(shortlist: Shortlist) -> str:
    """The same without places with other people beside it."""
    return f"{list_url(shortlist)}?{'='.join(DECLINED)}"


def compare_url(shortlist: Shortlist) -> str:
    """Where the offers of the list are compared; empty for fewer than two."""
    return reverse("shortlist_compare", args=[shortlist.text]) if len(shortlist) > 1 else ""


def shortlist_page(request, shortlist: Shortlist) -> dict:
    """What the page of the list shows; `gone` counts what is on the list and not published any more."""
    offers = shown_offers(shortlist.keys, also_over=True)
    shown = Shortlist(tuple(offer.pk for offer in offers))
    drawing, numbers = map_of_offers(offers)
    listed = cards(offers, request)
    return {
        "rows": [_row(card, shown, numbers, declined=is_declined(request)) for card in listed],
        "communities": communities_beside(request, offers),
        "decline_url": declined_url(shown),
        "map": drawing,
        "gone": len(shortlist) - len(shown),
        "full": shown.full,
        "more_url": here(request).carrying(here(request).find_url),
        "handover": handover_of_list(request, list_url(shown)),
        "print_url": reverse("shortlist_print", args=[shown.text]) if offers else "",
        "week_url": reverse("shortlist_week", args=[shown.text]) if offers else "",
        "compare_url": compare_url(shown),
        "journal": journal_text(listed, request),
    }


def _row(card: Card, shown: Shortlist, numbers: dict[int, str], *, declined: bool) -> ListedOffer:
    key, url_of = card.offer.pk, declined_url if declined else list_url
    raise_url = "" if key == shown.keys[0] else url_of(shown.raised(key))
    return ListedOffer(card, url_of(shown.without(key)), raise_url, numbers.get(key, ""))


def shortlist_print_page(request, shortlist: Shortlist) -> dict:
    """What stands on paper: each offer with what one needs to get there."""
    offers = shown_offers(shortlist.keys, also_over=True)
    prefetch_related_objects(offers, "first_visit_steps")
    return {"sheets": [_sheet(card, request) for card in cards(offers, request)], "back_url": list_url(shortlist)}


def _sheet(card: Card, request) -> Sheet:
    offer = card.offer
    place = offer.place if offer.place and offer.place.is_public else None
    url = request.build_absolute_uri(here(request).bare_url(offer))
    return Sheet(
        card=card,
        week=[(day, spans) for day, spans in offer.schedule.week(local_now().date()) if spans],
        route=place.route_steps[:_STEPS] if place else [],
        steps=[step.text for step in offer.shown_steps][:_STEPS],
        law=entitlement.lines if (entitlement := entitlement_of(offer, local_now().date())) else (),
        qr=qr_code(url),
    )
