"""Calendars and feeds: parse, ask, give."""

from collections.abc import Callable

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from directory.answers import State
from directory.calendar.events import events_of, events_of_offer
from directory.calendar.feed import feed_of, newest
from directory.calendar.ical import CONTENT_TYPE, REFRESH, calendar_of
from directory.calendar.page import calendar_page, screen_page
from directory.find.filters import OfferFilterSet
from directory.find.views import unavailable
from directory.indexing.entries import keys_of
from directory.models import OfferPage
from directory.offers.shown import shown_offers
from directory.privacy_headers import hush, hush_search
from directory.sites.here import here
from directory.sites.scope import on_site
from directory.times.open_referral import open_referral_schedules
from directory.times.schedule import Schedule
from search import SearchUnavailable, engine

#: A calendar holds the times of so many offers: programs stumble over larger ones.
MAX_OFFERS = 200
#: The name says nothing of what was asked for: others may look at the telephone.
NAME = "Vejviser"


@require_safe
def subscribe(request):
    """Any search as a calendar: what its offers hold, for as long as somebody subscribes."""
    filters = OfferFilterSet(request.GET, municipality=here(request).municipality, request=request)
    query = filters.query_of_hits(MAX_OFFERS)
    try:
        keys = keys_of(engine().search(query).ids)
    except SearchUnavailable:
        return HttpResponse(status=503)
    offers = shown_offers(keys)
    events = events_of(offers, request, timezone.localdate())
    return hush_search(_kept(_calendar(request, events)), request, query)


@require_safe
def calendar_pages(request):
    """A day, a week or a month of any search, as a list."""
    return _shown_as(request, "directory/calendar/page.html", calendar_page)


@require_safe
def screen(request):
    """Today and tomorrow of any search, for a screen on a wall."""
    return _shown_as(request, "directory/calendar/screen.html", screen_page)


def _shown_as(request, template: str, context: Callable[..., dict]) -> HttpResponse:
    filters = OfferFilterSet(request.GET, municipality=here(request).municipality, request=request)
    query = filters.query()
    try:
        shown = context(request, filters)
    except SearchUnavailable:
        return hush_search(unavailable(request), request, query)
    return hush_search(render(request, template, shown), request, query)


@require_safe
def offer_calendar(request, key: int):
    """All that an offer holds, to be put into one's own calendar."""
    offer = _shown(request, key)
    events = events_of_offer(offer, request, timezone.localdate())
    return _of_offer(offer, _calendar(request, events, remind=True))


@require_safe
def offer_schedules(request, key: int):
    """The times of an offer as other directories read them: the schedules of a service in Open Referral."""
    offer = _shown(request, key)
    link = request.build_absolute_uri(reverse("offer_calendar", args=[offer.pk]))
    schedule = Schedule() if offer.state == State.CLOSED else offer.schedule
    told = open_referral_schedules(schedule, timezone.localdate(), link)
    answer = JsonResponse({"schedules": told}, json_dumps_params={"ensure_ascii": False})
    return hush(answer) if offer.sensitive else _kept(answer)


@require_safe
def meeting_calendar(request, key: int, meeting: str):
    """One meeting; 404 for one that nobody knows."""
    offer = _shown(request, key)
    events = [
        one
        for one in events_of_offer(offer, request, timezone.localdate())
        if one.key == f"meeting-{offer.pk}-{meeting}"
    ]
    if not events:
        raise Http404
    return _of_offer(offer, _calendar(request, events, remind=True))


@require_safe
def changes(request):
    """What is new, changed or closed on this site, or among the offers of a search."""
    filters = OfferFilterSet(request.GET, municipality=here(request).municipality, request=request)
    site = on_site(
        OfferPage.objects.for_citizens().filter(first_published_at__isnull=False, sensitive=False),
        here(request).municipality,
    )
    shown, closed = site.shown(), site.filter(live=False).public()
    if filters.asked.text or filters.asked.values or filters.asked.place:
        try:
            found = keys_of(engine().search(filters.query_of_hits(MAX_OFFERS)).ids)
        except SearchUnavailable:
            return HttpResponse(status=503)
        # What is closed is in no index: it stands in the feed of the whole site.
        shown, closed = shown.filter(pk__in=found), closed.none()
    text = feed_of(newest(shown, closed), request, NAME)
    return _kept(HttpResponse(text, content_type="application/atom+xml; charset=utf-8"))


def _shown(request, key: int) -> OfferPage:
    return get_object_or_404(on_site(OfferPage.objects.shown(), here(request).municipality).for_cards(), pk=key)


def _calendar(request, events, *, remind: bool = False) -> HttpResponse:
    calendar = calendar_of(events, NAME, request.build_absolute_uri(), remind=remind)
    return HttpResponse(calendar, content_type=CONTENT_TYPE)


def _of_offer(offer: OfferPage, response: HttpResponse) -> HttpResponse:
    response.headers["Content-Disposition"] = f'attachment; filename="vejviser-{offer.pk}.ics"'
    return hush(response) if offer.sensitive else _kept(response)


def _kept(response: HttpResponse) -> HttpResponse:
    """An answer that a cache may keep until a program that subscribes may ask again."""
    patch_cache_control(response, public=True, max_age=int(REFRESH.total_seconds()) // 4)
    return response
