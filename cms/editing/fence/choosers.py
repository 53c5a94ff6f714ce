"""The chooser of pages, as it is browsed and searched."""

from django.db.models import QuerySet

from cms.editing.common.reach import reach_of
from cms.editing.fence.rows import named_in_public


def pages(rows: QuerySet, request) -> QuerySet:
    """Answer for Wagtail's `construct_page_chooser_queryset`: no draft of others, and no new title that is not public."""
    return rows if reach_of(request.user).everything else named_in_public(request.user, rows)
