"""An offer's page: its blocks in their lasting order, every fact with its answer, unknown said as unknown."""

from datetime import datetime

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from directory.feedback.page import tell_url
from directory.models import OfferLink, OfferPage, OrganisationPage
from directory.models.offer import card_rows
from directory.models.tree import branch_path
from directory.offers.audience import age_line, audience_line
from directory.offers.cards import branch_names, price_line, where_line
from directory.offers.facts import FactRow, choice_row, getting_in
from directory.offers.freshness import freshness
from directory.offers.gone import instead
from directory.offers.handover import handover_of_page
from directory.offers.linked_data import linked_data
from directory.offers.maps import map_of_place, map_url
from directory.offers.same_place import shared_place_url
from directory.sites.here import here
from directory.sites.journey import planner_url
from directory.sites.saving import save_link
from directory.times.clock import local_now
from directory.times.week import days_with_hours, next_meetings

#: The child rows that an offer's page shows beside those of its card.
PAGE_ROWS = ("first_visit_steps", "links")


def offer_page(offer: OfferPage, request) -> dict:
    """What an offer's page shows."""
    if not getattr(request, "is_preview", False):
        # A preview's rows are in memory alone; a published page's are read once, however often the blocks ask.
        prefetch_related_objects([offer], *card_rows(), *PAGE_ROWS)
    branch = branch_names([offer]).get(branch_path(offer))
    return {
        **_owner(offer, request),
        "branch": branch,
        "crumbs": here(request).crumbs(offer),
        "sensitive": offer.sensitive,
        "audience": audience_line(offer),
        "age": age_line(offer),
        "freshness": freshness(offer),
        **_times(offer, request, local_now()),
        **_way(offer, request),
        "price": price_line(offer),
        "surroundings": surroundings(offer),
        "practical": practical(offer),
        "privacy": privacy(offer),
        "easier": _links(offer, OfferLink.Direction.EASIER, request),
        "next_steps": _links(offer, OfferLink.Direction.NEXT, request),
        **_at_hand(offer, request),
        "kind_template": kind_template(offer.kind),
    }


def kind_template(kind: str) -> str:
    """The template of what only this kind has, in the middle of the page."""
    return f"directory/offers/kinds/_{kind}.html"


def _times(offer: OfferPage, request, now: datetime) -> dict:
    """What holds now, the coming week, the next meetings, and where to go while it is closed."""
    schedule, status = offer.schedule, offer.status_at(now)
    return {
        "status": status,
        "instead": instead(request, offer, status, now) if offer.pk else [],
        "calendar_url": _calendar_url(offer) if schedule.is_told and status.kind != "ended" else "",
        "week": days_with_hours(schedule, now.date()),
        "meetings": next_meetings(schedule, now.date()),
    }


def _calendar_url(offer: OfferPage) -> str:
    """Where its times are for one's own calendar; nowhere for a preview of a page that is not saved."""
    return reverse("offer_calendar", args=[offer.pk]) if offer.pk else ""


def _owner(offer: OfferPage, request) -> dict:
    """The organisation that holds it, none in a preview of a page that stands nowhere yet; and both as machines read them."""
    organisation = OrganisationPage.objects.parent_of(offer).first()
    return {
        "organisation": organisation,
        "organisation_url": here(request).page_url(organisation) if organisation else "",
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
    }


def _way(offer: OfferPage, request) -> dict:
    """Where it is and how one gets there."""
    place = offer.place
    return {
        "where": where_line(offer),
        "address_shown": place is not None and place.is_public,
        "getting_in": getting_in(place),
        "place_url": shared_place_url(offer, request),
        "planner_url": planner_url(place, request),
        "map": map_of_place(place),
        "map_url": map_url(place, request),
    }


def _words(offer, name: str) -> list[FactRow]:
    """A fact told in words; no row when there is nothing to tell."""
    value = getattr(offer, name)
    return [FactRow(str(offer._meta.get_field(name).verbose_name), str(value))] if value else []


def surroundings(offer: OfferPage) -> list[FactRow]:
    """The facts of the table on how it is there, from what nobody demands to rules on photographs."""
    facts = [
        choice_row(offer, name) for name in ("no_demands", "must_talk", "must_join", "leave_anytime", "noise", "light")
    ]
    facts.append(_group_size(offer))
    facts += [choice_row(offer, name) for name in ("quiet_room", "sober_rule", "dogs")]
    return facts + [fact for name in ("crowd_times", "smoking", "photo_policy") for fact in _words(offer, name)]


def _group_size(offer: OfferPage) -> FactRow:
    low, high = offer.group_size_min, offer.group_size_max
    label = _("how many people")
    if low is not None and high is not None:
        return FactRow(label, _("Usually %(low)s to %(high)s people") % {"low": low, "high": high})
    if high is not None:
        return FactRow(label, _("Usually at most %(high)s people") % {"high": high})
    if low is not None:
        return FactRow(label, _("Usually at least %(low)s people") % {"low": low})
    return FactRow(label, _("We do not know yet"), known=False)


def practical(offer: OfferPage) -> list[FactRow]:
    """Price, languages, toilet and the like."""
    price = price_line(offer)
    languages = ", ".join(str(language) for language in offer.languages.all())
    facts = [
        FactRow(_("price"), price or _("We do not know yet"), bool(price)),
        FactRow(_("languages"), languages or _("We do not know yet"), bool(languages)),
        choice_row(offer, "toilet"),
        choice_row(offer, "childcare"),
    ]
    return facts + _words(offer, "transport_help")


def privacy(offer: OfferPage) -> list[FactRow]:
    """The facts on who gets to know: whether one can be anonymous, whether a CPR number is asked for."""
    return [choice_row(offer, "anonymous"), choice_row(offer, "cpr_needed")]


def _links(offer: OfferPage, direction: str, request) -> list[tuple[str, str]]:
    """Name and address of the offers on the way up or down; never one that is not shown."""
    links = [link.to_id for link in offer.links.all() if link.direction == direction]
    return [(to.title, here(request).page_url(to)) for to in OfferPage.objects.shown().in_order(links)] if links else []
