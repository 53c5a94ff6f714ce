"""Suggestions for the search box. What is typed is kept nowhere."""

from django.http import JsonResponse
from django.views.decorators.http import require_GET

from directory.presenting.quiet import hush
from directory.presenting.suggesting import suggested
from search import SearchUnavailable


@require_GET
def suggest(request):
    """The suggestions for a beginning; none when the search is out, since the box works without."""
    try:
        found = suggested(request, request.GET.get("q", ""))
    except SearchUnavailable:
        found = []
    return hush(JsonResponse({"suggestions": found}))
