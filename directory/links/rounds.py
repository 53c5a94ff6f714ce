"""A round of asking: some links, each host once, for some seconds; what failed is asked again on another day."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone, translation

from directory.links.asking import fault_of
from directory.links.models import CheckedLink
from directory.models import OfferPage

#: A link that answers is asked again after so many days; in a round so many are looked at, for so many seconds.
DAYS, LOOKED_AT, SECONDS = 7, 40, 20.0


def check_when_wanted() -> None:
    """Ask some links, where whoever runs the site wants them to be asked."""
    if settings.LINKS_CHECKED:
        check_some(timezone.localdate())


def check_some(today: date, ask: Callable[[str], str] = fault_of) -> int:
    """Ask the links that have waited longest; how many were asked. Each host is asked once, so that none is troubled."""
    _gather()
    until, hosts, asked = time.monotonic() + SECONDS, set(), 0
    with translation.override(settings.LANGUAGE_CODE):
        for link in _due(today)[:LOOKED_AT]:
            host = urlsplit(link.url).hostname
            if host in hosts:
                continue
            if time.monotonic() > until:
                break
            hosts.add(host)
            link.note(ask(link.url), today)
            asked += 1
    return asked


def _due(today: date) -> QuerySet[CheckedLink]:
    waited = Q(checked_on=None) | Q(checked_on__lte=today - timedelta(days=DAYS))
    failed = Q(failing_since__isnull=False, checked_on__lt=today)
    return CheckedLink.objects.filter(waited | failed).order_by("checked_on", "pk")


def named_links() -> set[str]:
    """The web pages that published listings lead to."""
    pages = OfferPage.objects.live().exclude(website="").order_by()
    return set(pages.values_list("website", flat=True).distinct())


def _gather() -> None:
    """Know every link that is named, and forget those that are not any more."""
    named, known = named_links(), set(CheckedLink.objects.values_list("url", flat=True))
    CheckedLink.objects.bulk_create([CheckedLink(url=url) for url in sorted(named - known)], ignore_conflicts=True)
    gone = list(known - named)
    for start in range(0, len(gone), 500):
        CheckedLink.objects.filter(url__in=gone[start : start + 500]).delete()
