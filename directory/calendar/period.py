"""The days that a calendar page shows: one, a week or a month, within the days that are known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import formats
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.sites.address import Address
from directory.text import calendar_day
from directory.times.in_words import long_date, short_date

#: How an address names a view, and what its link says. The first is the usual one.
VIEWS: dict[str, Promise] = {
    "uge": gettext_lazy("Week"),
    "dag": gettext_lazy("Day"),
    "maaned": gettext_lazy("Month"),
}
#: So far ahead a calendar can be turned over.
DAYS_AHEAD = timedelta(days=365)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a view from today on, and whether another day was asked for than there is."""

    view: str
    first: date
    last: date
    moved: bool = False

    @property
    def heading(self) -> str:
        """What it is called: "Week 49, 30 November 2026 to 6 December 2026", "December 2026", or the day."""
        match self.view:
            case "dag":
                return capfirst(long_date(self.first))
            case "maaned":
                return capfirst(formats.date_format(self.first, "F Y"))
        words = {"number": self.last.isocalendar().week, "first": short_date(self.first), "last": short_date(self.last)}
        return _("Week %(number)s, %(first)s to %(last)s") % words

    def days(self) -> list[date]:
        """Each of its days, in order."""
        return [self.first + _DAY * ahead for ahead in range((self.last - self.first).days + 1)]


def period_of(address: Address, today: date) -> Period:
    """The period that an address asks for; the nearest one when its day is past, or too far away, or none."""
    view = address.value("calendar_view") if address.value("calendar_view") in VIEWS else next(iter(VIEWS))
    told = address.value("first_day")
    day = calendar_day(told[:10])
    known = min(max(day or today, today), today + DAYS_AHEAD)
    first, last = _around(view, known)
    return Period(view, max(first, today), last, moved=bool(told) and (day is None or not first <= day <= last))


def _around(view: str, day: date) -> tuple[date, date]:
    match view:
        case "dag":
            return day, day
        case "maaned":
            return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def before(period: Period, today: date) -> date | None:
    """A day of the period before it; None when that is past."""
    return period.first - _DAY if period.first > today else None


def after(period: Period, today: date) -> date | None:
    """A day of the period after it; None when that is too far away."""
    return period.last + _DAY if period.last < today + DAYS_AHEAD else None
