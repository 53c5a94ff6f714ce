"""How fresh a listing is, for filters and columns: the same rule as `OfferPage.is_overdue`, said in SQL."""

import calendar
from datetime import date

from django.db.models import Q, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import OfferPage


class FreshnessGroup(TextChoices):
    """Whether a listing has been checked in time."""

    NEVER = "never", _("Never checked")
    OVERDUE = "overdue", _("Overdue for checking")
    FRESH = "fresh", _("Checked in time")


#: So long past its day nobody has stood behind the listing that it may be time to withdraw it; an editor does, or confirms it.
STALE = "stale"
_STALE_MONTHS = 12
FRESHNESS = [*FreshnessGroup.choices, (STALE, _("Overdue for a year: withdraw it?"))]


def freshness_of(offer: OfferPage) -> FreshnessGroup:
    """How fresh one listing is."""
    if offer.verified_on is None:
        return FreshnessGroup.NEVER
    return FreshnessGroup.OVERDUE if offer.is_overdue else FreshnessGroup.FRESH


def is_fresh(freshness: str, today: date | None = None) -> Q:
    """The listings that are as fresh as that, one of `FRESHNESS`, on a day (today when none is named)."""
    day = today or timezone.localdate()
    if freshness == STALE:
        return _unchecked(day, _STALE_MONTHS)
    overdue = _unchecked(day)
    conditions = {
        FreshnessGroup.NEVER: Q(verified_on=None),
        FreshnessGroup.OVERDUE: overdue,
        FreshnessGroup.FRESH: Q(verified_on__isnull=False) & ~overdue,
    }
    return conditions[FreshnessGroup(freshness)]


def _unchecked(day: date, longer: int = 0) -> Q:
    """Those that should have been checked by a day, or so many months before it."""
    found = Q(pk__in=[])
    for months, _label in OfferPage._meta.get_field("review_interval").choices:
        found |= Q(review_interval=months, verified_on__lte=months_before(day, months + longer))
    return found


def months_before(day: date, months: int) -> date:
    """The same day some months before, or the last of that month where it is shorter."""
    year, month0 = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))
