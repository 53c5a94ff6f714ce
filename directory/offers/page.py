"""An offer's page: its blocks in the order of the question, facts in sentences, and what nobody has told in one line."""

from datetime import datetime

from django.db.models import prefetch_related_objects
from django.urls import reverse

from directory.entitlements.shown import entitlement_of
from directory.feedback.page import tell_url
from directory.models import OfferLink, OfferPage, OrganisationPage
from directory.models.kind_name import kind_name
from directory.models.offer import card_rows
from directory.models.tree import branch_path
from directory.offers.audience import audience_line
from directory.offers.blocks import blocks, unknown
from directory.offers.cards import branch_names
from directory.offers.contact import contact_of
from directory.offers.facts import getting_in, of_the_kind, participation, practical, privacy, surroundings
from directory.offers.freshness import freshness, trust
from directory.offers.gone import instead
from directory.offers.handover import handover_of_page
from directory.offers.lines import price_line, where_line
from directory.offers.linked_data import linked_data
from directory.offers.maps import map_of_place, map_url
from directory.offers.next_run import next_run
from directory.offers.responsible import recipients, responsibility
from directory.offers.same_place import shared_place_url
from directory.sites.here import here
from directory.sites.journey import geo_url, planner_url
from directory.sites.saving import save_link
from directory.times.clock import local_now
from directory.times.status import Status
from directory.times.week import days_with_hours, next_meetings

#: The child rows that an offer's page shows beside those of its card.
PAGE_ROWS = ("first_visit_steps__picture__renditions", "links")
#: So many things that nobody has told are named; more would be read as noise.
MAX_UNKNOWN_NAMED = 8


def offer_page(offer: OfferPage, request) -> dict:
    """What an offer's page shows."""
    if not getattr(request, "is_preview", False):
        # A preview's rows are in memory alone; a published page's are read once, however often the blocks ask.
        prefetch_related_objects([offer], *card_rows(), *PAGE_ROWS)
    shown = {**_known(offer, request), **_at_hand(offer, request)}
    missing = unknown(offer, shown)
    return {
        **shown,
        "blocks": blocks(offer, shown),
        "unknown": missing[:MAX_UNKNOWN_NAMED],
        "more_unknown": len(missing) > MAX_UNKNOWN_NAMED,
    }


def _known(offer: OfferPage, request) -> dict:
    """What is known of the offer."""
    price, now = price_line(offer), local_now()
    return {
        **_owner(offer, request),
        "kind_name": kind_name(offer),
        "branch": branch_names([offer]).get(branch_path(offer)),
        "crumbs": here(request).crumbs(offer),
        "sensitive": offer.sensitive,
        "audience": audience_line(offer),
        "freshness": freshness(offer),
        "trust": trust(offer),
        "responsible": responsibility(offer, now.date()),
        "recipients": recipients(offer, now.date()),
        **_times(offer, request, now),
        **_way(offer, request),
        "price": price,
        "surroundings": surroundings(offer),
        "participation": participation(offer),
        "practical": practical(offer, price),
        "privacy": privacy(offer),
        "own": of_the_kind(offer),
        "own_lines": offer.own_lines,
        "entitlement": entitlement_of(offer, local_now().date()),
        "easier": _links(offer, OfferLink.Direction.EASIER, request),
        "next_steps": _links(offer, OfferLink.Direction.NEXT, request),
    }


def _times(offer: OfferPage, request, now: datetime) -> dict:
    """What holds now, the coming week, the next meetings, and where to go while it is closed."""
    schedule, status = offer.schedule, offer.status_at(now)
    return {
        "status": status,
        "next_run": _next_run(offer, request, status),
        "instead": instead(request, offer, status, now) if offer.pk else [],
        "calendar_url": _calendar_url(offer) if schedule.is_told and status.kind != "ended" else "",
        "week": days_with_hours(schedule, now.date()),
        "meetings": next_meetings(schedule, now.date()),
    }


def _next_run(offer: OfferPage, request, status: Status) -> dict | None:
    """Where a course that is over begins again, and on which day."""
    run = next_run(offer, status)
    return {"title": run.title, "url": here(request).page_url(run), "starts_on": run.starts_on} if run else None


def _calendar_url(offer: OfferPage) -> str:
    """Where its times are for one's own calendar; nowhere for a preview of a page that is not saved."""
    return reverse("offer_calendar", args=[offer.pk]) if offer.pk else ""


def _owner(offer: OfferPage, request) -> dict:
    """The organisation that holds it, none in a preview of a page that stands nowhere yet; and both as machines read them."""
    organisation = OrganisationPage.objects.parent_of(offer).first()
    return {
        "organisation": organisation,
        # One that nobody can see is text.
        "organisation_url": here(request).page_url(organisation) if organisation and organisation.live else "",
        "contact": contact_of(offer, organisation),
        "linked_data": linked_data(offer, organisation, offer.get_full_url(request) or ""),
    }


def _at_hand(offer: OfferPage, request) -> dict:
    """What can be done with the page: keep it on the list, hand it over, print it, tell what is wrong."""
    save_url, saved = save_link(request, offer.pk)
    return {
        "save_url": save_url,
        "saved": saved,
        "handover": handover_of_page(request),
        "tell_url": tell_url(offer),
        "print_url": reverse("shortlist_print", args=[offer.pk]),
        "sheet_url": _sheet_url(offer, request),
    }


def _sheet_url(offer: OfferPage, request) -> str:
    """Where one prepares for the first visit on paper; nowhere for a preview of a page that is not saved."""
    return here(request).carrying(reverse("preparing", args=[offer.pk])) if offer.pk else ""


def _way(offer: OfferPage, request) -> dict:
    """Where it is and how one gets there."""
    place = offer.place
    return {
        "where": where_line(offer),
        "address_shown": place is not None and place.is_public,
        "getting_in": getting_in(place),
        "place_url": shared_place_url(offer, request),
        "planner_url": planner_url(place, request),
        "geo_url": geo_url(place),
        "map": map_of_place(place),
        "map_url": map_url(place, request),
    }


def _links(offer: OfferPage, direction: str, request) -> list[tuple[str, str]]:
    """Name and address of the offers on the way up or down; never one that is not shown."""
    links = [link.to_id for link in offer.links.all() if link.direction == direction]
    return [(to.title, here(request).page_url(to)) for to in OfferPage.objects.shown().in_order(links)] if links else []
