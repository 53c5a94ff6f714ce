"""The offers that may have a time on some days. Read from the database, so it works without an index."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from directory.answers import State
from directory.models import MunicipalityPage, OfferPage
from directory.offers.shown import shown_offers
from directory.sites.scope import on_site


def offers_held(municipality: MunicipalityPage | None, first: date, last: date) -> list[OfferPage]:
    """Those of the site, and national ones that have a place or an hour; what began the evening before is among them."""
    return shown_offers(keys_held(municipality, first, last), also_over=True)


def keys_held(municipality: MunicipalityPage | None, first: date, last: date) -> list[int]:
    """The keys of the same offers, in no order."""
    shown = on_site(OfferPage.objects.shown().for_citizens().exclude(state=State.CLOSED), municipality)
    before = first - timedelta(days=1)
    meets = Q(sessions__day__range=(before, last)) | ~Q(sessions__rule="") & Q(sessions__isnull=False)
    held = (
        meets
        | Q(opening_hours__weekday__in=_weekdays(before, last))
        | Q(closures__first_day__lte=last, closures__last_day__gte=before)
    )
    return list(shown.filter(held).order_by().values_list("pk", flat=True).distinct())


def _weekdays(first: date, last: date) -> Iterable[int]:
    return {(first + timedelta(days=ahead)).weekday() for ahead in range(min((last - first).days + 1, 7))}
