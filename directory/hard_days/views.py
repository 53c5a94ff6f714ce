"""A hard day with all its places, on a page and as a notice to print."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.hard_days.page import hard_day_page


@require_safe
def hard_day(request, key):
    """All places of a hard day, and the numbers of those that have not answered."""
    return render(request, "directory/hard_days/page.html", hard_day_page(request, key))


@require_safe
def hard_day_notice(request, key):
    """The same in large type, for the wall."""
    return render(request, "directory/hard_days/notice.html", hard_day_page(request, key))
