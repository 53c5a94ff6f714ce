"""What is open or takes place on a day, in the order of the clock. Read from the database, so it works without an index."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from directory.answers import State
from directory.models import MunicipalityPage, OfferPage
from directory.offers.cards import where_line
from directory.offers.timetable import timetable
from directory.sites.here import here
from directory.sites.scope import on_site
from directory.times.clock import local_now
from directory.times.span import Span
from directory.times.timetable import Timetable
from directory.today.day import PARAM, day_of, days

#: More than anybody reads; the page says that there are more.
MAX_ROWS = 150


@dataclass(frozen=True)
class TimeRow:
    """An offer with one of its times on the day."""

    span: Span
    offer: OfferPage
    url: str
    where: str


@dataclass(frozen=True)
class DayChoice:
    """A day that can be chosen."""

    day: date
    url: str
    chosen: bool


def today_page(request) -> dict:
    """What the page I dag shows: the times of one day in the order of the clock, and the days to choose among."""
    municipality, chosen = here(request).municipality, day_of(request.GET)
    found = _held(timetable(_offers(municipality, chosen)), chosen)
    return {
        "day": chosen,
        "days": [
            DayChoice(day, here(request).carrying(f"?{PARAM}={day.isoformat()}"), day == chosen) for day in days()
        ],
        "rows": [
            TimeRow(span, offer, here(request).page_url(offer), where_line(offer)) for span, offer in found[:MAX_ROWS]
        ],
        "more": max(0, len(found) - MAX_ROWS),
        "more_url": here(request).carrying(here(request).find_url),
    }


def _held(times: Timetable[OfferPage], day: date) -> list[tuple[Span, OfferPage]]:
    """What begins on the day; today, what began yesterday and is not over stands first."""
    now = local_now()
    lasting = times.lasting(now) if day == now.date() else []
    return [*(row for row in lasting if row[0].start.date() != day), *times.on(day)]


def _offers(municipality: MunicipalityPage | None, day: date) -> QuerySet[OfferPage]:
    """The offers that may have a time on the day: those of the site, and national ones that have a place or an hour."""
    shown = on_site(OfferPage.objects.shown().exclude(state=State.CLOSED), municipality)
    days = (day - timedelta(days=1), day)
    meets = Q(sessions__day__in=days) | ~Q(sessions__rule="") & Q(sessions__isnull=False)
    held = (
        meets
        | Q(opening_hours__weekday__in=[one.weekday() for one in days])
        | Q(closures__first_day__lte=day, closures__last_day__gte=days[0])
    )
    return OfferPage.objects.filter(pk__in=shown.filter(held).values("pk")).for_cards()
