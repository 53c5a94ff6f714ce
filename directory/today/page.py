"""What is open or takes place on a day, in the order of the clock. Read from the database, so it works without an index."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from directory.answers import State
from directory.models import MunicipalityPage, OfferPage
from directory.offers.cards import where_line
from directory.offers.timetable import timetable
from directory.sites.here import here
from directory.sites.scope import on_site
from directory.times.span import Span
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
    found = timetable(_offers(municipality, chosen)).on(chosen)
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


def _offers(municipality: MunicipalityPage | None, day: date) -> QuerySet[OfferPage]:
    """The offers that may have a time on the day: those of the site, and national ones that have a place or an hour."""
    shown = on_site(OfferPage.objects.shown().exclude(state=State.CLOSED), municipality)
    held = Q(opening_hours__weekday=day.weekday()) | Q(sessions__day=day)
    return OfferPage.objects.filter(pk__in=shown.filter(held).values("pk")).for_cards()
