"""What is open or takes place on a day, in the order of the clock. Read from the database, so it works without an index."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from directory.facets import FACETS
from directory.models import Need, OfferPage
from directory.models.kept import kept
from directory.offers.freshness import is_confirmed
from directory.offers.lines import where_line
from directory.offers.timetable import timetable
from directory.sites.here import here
from directory.times.clock import local_now
from directory.times.span import Span
from directory.times.timetable import Timetable
from directory.today.day import PARAM, day_of, days
from directory.today.held import offers_held

#: More than anybody reads; the page says that there are more.
MAX_ROWS = 150
#: The parts of a day that can be asked for.
_PARTS = ("morning", "afternoon", "evening")


@dataclass(frozen=True)
class TimeRow:
    """An offer with one of its times on the day; `lasting` when it began on the day before."""

    span: Span
    offer: OfferPage
    url: str
    where: str
    lasting: bool = False


@dataclass(frozen=True)
class DayChoice:
    """A day that can be chosen."""

    day: date
    url: str
    chosen: bool


def today_page(request) -> dict:
    """What the page I dag shows: the times of one day in the order of the clock, and the days to choose among."""
    municipality, chosen = here(request).municipality, day_of(request.GET)
    found = _held(timetable(offers_held(municipality, chosen, chosen)), chosen)
    return {
        "day": chosen,
        "days": [
            DayChoice(day, here(request).carrying(f"?{PARAM}={day.isoformat()}"), day == chosen) for day in days()
        ],
        "rows": time_rows(found[:MAX_ROWS], request, chosen),
        "unconfirmed": len({offer.pk for _span, offer in found if not is_confirmed(offer)}),
        "needs": _needs(get_language()),
        "parts": [value for value in FACETS["when"].values if value.value in _PARTS],
        "more": max(0, len(found) - MAX_ROWS),
        "more_url": here(request).carrying(here(request).find_url),
    }


@kept(Need)
def _needs(language: str | None) -> list[tuple[str, str]]:
    """The needs that others stand below, by address and name: few enough to choose among."""
    return [(need.slug, str(need)) for need in Need.objects.filter(parent=None).in_tree_order()]


def time_rows(found: list[tuple[Span, OfferPage]], request, day: date) -> list[TimeRow]:
    """What a page shows on a day of times with whose they are."""
    return [
        TimeRow(span, offer, here(request).page_url(offer), where_line(offer), lasting=span.start.date() < day)
        for span, offer in found
    ]


def _held(times: Timetable[OfferPage], day: date) -> list[tuple[Span, OfferPage]]:
    """What begins on the day; today, what began yesterday and is not over stands first."""
    now = local_now()
    lasting = times.lasting(now) if day == now.date() else []
    return [*(row for row in lasting if row[0].start.date() != day), *times.on(day)]
