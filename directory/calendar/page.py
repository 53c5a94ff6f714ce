"""Calendar pages: what a day, a week or a month holds, as a list by the clock, and the page for a screen on a wall."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise

from directory.calendar.period import VIEWS, Period, after, before, period_of
from directory.find.filters import OfferFilterSet
from directory.find.panel import chips
from directory.indexing.entries import keys_of
from directory.models import OfferPage
from directory.offers.shown import shown_offers
from directory.offers.timetable import timetable
from directory.sites.address import YES, Address
from directory.sites.here import here
from directory.times.span import Span
from directory.times.timetable import Timetable
from directory.today.held import keys_held
from directory.today.page import TimeRow, time_rows
from search import engine

#: More than anybody reads on one page, or hangs on a wall; the page says that there are more.
MAX_ROWS = 200
#: So many rows fit on a screen on a wall.
MAX_ROWS_ON_SCREEN = 12
#: A screen on a wall asks again after so long.
SECONDS_ON_SCREEN = 300
#: Of so many hits of a search the times are looked at.
_MAX_HITS = 2_000


@dataclass(frozen=True)
class CalendarDay:
    """A day with what it holds, by the clock."""

    day: date
    rows: list[TimeRow]


@dataclass(frozen=True)
class ViewChoice:
    """A way to look at the calendar that can be chosen."""

    label: Promise
    url: str
    chosen: bool


def calendar_page(request, filters: OfferFilterSet) -> dict:
    """What the calendar shows of what the address asks for. Raises SearchUnavailable when a search is out."""
    address, today = filters.asked.address, timezone.localdate()
    period = period_of(address, today)
    days, more = _days(offers_asked_for(request, filters, period), period, request)
    search = address.first_page().without("calendar_view").without("first_day")
    return {
        "period": period,
        "views": [
            ViewChoice(label, str(address.with_("calendar_view", view)), view == period.view)
            for view, label in VIEWS.items()
        ],
        "days": days,
        "more": more,
        "previous_url": _turned(address, before(period, today)),
        "next_url": _turned(address, after(period, today)),
        "chips": chips(filters),
        "clear_url": here(request).carrying(reverse("calendar_page")),
        "find_url_of_search": f"{here(request).find_url}{search}",
        "subscribe_url": f"{reverse('calendar')}{search.without('shortlist')}",
        "screen_url": f"{reverse('screen')}{search.without('shortlist')}",
    }


def screen_page(request, filters: OfferFilterSet) -> dict:
    """What hangs on a wall of today and tomorrow; nothing that tells about anybody's life."""
    today, search = timezone.localdate(), filters.asked.address.without("stopped")
    period = Period("dag", today, today + timedelta(days=1))
    offers = [offer for offer in offers_asked_for(request, filters, period) if not offer.sensitive]
    times, now = timetable(offers), timezone.localtime().replace(tzinfo=None)
    held = [row for row in times.on(today) if row[0].end > now], times.on(period.last)
    return {
        "days": [
            CalendarDay(day, time_rows(found[:MAX_ROWS_ON_SCREEN], request, day))
            for day, found in zip(period.days(), held, strict=True)
        ],
        "now": timezone.localtime(),
        "stopped": bool(filters.asked.address.value("stopped")),
        "seconds": SECONDS_ON_SCREEN,
        "turn_url": str(search),
        "stop_url": str(search.with_("stopped", YES)),
        "calendar_url": f"{reverse('calendar_page')}{search}",
    }


def offers_asked_for(request, filters: OfferFilterSet, period: Period) -> list[OfferPage]:
    """The offers with a time in the period: all of the site, or those that a search finds."""
    held = keys_held(here(request).municipality, period.first, period.last)
    asked = filters.asked
    if asked.text or asked.values or asked.place or asked.opening or asked.age is not None:
        found = set(keys_of(engine().search(filters.query_of_hits(_MAX_HITS)).ids))
        held = [key for key in held if key in found]
    return shown_offers(held, also_over=True)


def _days(offers: list[OfferPage], period: Period, request) -> tuple[list[CalendarDay], int]:
    """The days on which there is something, and how many times there is no room for."""
    times = timetable(offers)
    held = [(day, _on(times, day, period)) for day in period.days()]
    days, room = [], MAX_ROWS
    for day, found in held:
        if found[:room]:
            days.append(CalendarDay(day, time_rows(found[:room], request, day)))
        room = max(0, room - len(found))
    return days, max(0, sum(len(found) for _day, found in held) - MAX_ROWS)


def _on(times: Timetable[OfferPage], day: date, period: Period) -> list[tuple[Span, OfferPage]]:
    """What a day holds; of a month its meetings alone, since places that are open each day would hide them."""
    return times.meetings_on(day) if period.view == "maaned" else times.on(day)


def _turned(address: Address, day: date | None) -> str:
    return str(address.with_("first_day", day.isoformat())) if day else ""
