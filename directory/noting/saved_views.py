"""Saved views: the part of the listing's address that says what it shows, and to whom such a view is shown."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.http import QueryDict

from directory.noting.models import SavedView

#: What says how the listing is delivered, and not what it shows: its page, a file, a part for a script.
_NOT_KEPT = {"p", "export", "next"}


def cleaned_query(told: str) -> str:
    """What the listing shows, without which page of it somebody looks at. What is empty or too long is no view."""
    asked = QueryDict(told[: SavedView.MAX_QUERY * 2], mutable=True)
    for name in [*asked]:
        if name in _NOT_KEPT or name.startswith("_w_") or not any(asked.getlist(name)):
            del asked[name]
    return asked.urlencode()


def views_for(user, municipalities: Collection[int] | None) -> QuerySet[SavedView]:
    """One's own views, and those shared in one of the municipalities; with None in any."""
    shared = Q(municipality__isnull=False) if municipalities is None else Q(municipality__in=municipalities)
    return SavedView.objects.filter(Q(by=user) | shared).select_related("by", "municipality")
