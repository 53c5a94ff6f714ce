"""What has happened to the offers that somebody watches: what the public sees of them, as their history tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import PageLogEntry

from directory.models import OfferPage
from directory.noting.models import Watch

#: The entries of a history that tell of it. A draft that is saved changes nothing for anybody yet.
TOLD = ("wagtail.publish", "wagtail.unpublish", "wagtail.move", "vejviser.change_day", "directory.merge")
#: So many of the newest are told of an offer; its history has all.
MOST = 5


@dataclass(frozen=True)
class Changed:
    """A watched offer, and what others have done with it, the newest first."""

    offer: OfferPage
    entries: tuple[PageLogEntry, ...]


def may_note(user, offer: OfferPage) -> bool:
    """Whether a person may read and write what is noted of an offer: who may change it."""
    return offer.permissions_for_user(user).can_edit()


def watches(offer: OfferPage, user) -> bool:
    """Whether a person watches an offer."""
    return Watch.objects.filter(offer=offer.pk, user=user).exists()


def watch(offer: OfferPage, user, *, wanted: bool) -> None:
    """Tell a person of an offer from now on, or no more."""
    if wanted:
        Watch.objects.get_or_create(offer_id=offer.pk, user=user)
    else:
        Watch.objects.filter(offer=offer.pk, user=user).delete()


def watched_by(user) -> QuerySet[Watch]:
    """What a person watches, with the offers."""
    return Watch.objects.filter(user=user).select_related("offer")


def watched_changes(rows: Iterable[Watch], user, since: str) -> list[Changed]:
    """What others have done with watched offers after each row's `since`; nothing of offers that are not the person's any more."""
    held = {row.offer_id: row for row in rows if may_note(user, row.offer)}
    if not held:
        return []
    found = _entries(held, user, min(getattr(row, since) for row in held.values()))
    by_offer: dict[int, list[PageLogEntry]] = {}
    for entry in found:
        if entry.timestamp > getattr(held[entry.page_id], since):
            by_offer.setdefault(entry.page_id, []).append(entry)
    return [Changed(held[key].offer, tuple(entries[:MOST])) for key, entries in by_offer.items()]


def _entries(keys: Iterable[int], user, since: datetime) -> QuerySet[PageLogEntry]:
    rows = PageLogEntry.objects.filter(page__in=list(keys), action__in=TOLD, timestamp__gt=since)
    return rows.exclude(user=user).select_related("user").order_by("-timestamp", "-pk")
