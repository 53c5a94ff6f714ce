"""Landing pages: an address to give to somebody who looks for help with one thing."""

from django.shortcuts import render

from directory.presenting.finding import unavailable_page
from directory.presenting.landing import NEED, TARGET_GROUP, page_context
from directory.presenting.quiet import hush
from search import SearchUnavailable


def need(request, slug):
    """The offers for a need."""
    return _landing(request, NEED, slug)


def target_group(request, slug):
    """The offers for a target group."""
    return _landing(request, TARGET_GROUP, slug)


def _landing(request, subject, slug):
    try:
        context = page_context(request, subject, slug)
    except SearchUnavailable:
        return hush(render(request, "directory/search_unavailable.html", unavailable_page(request, None), status=503))
    response = render(request, "directory/landing.html", context)
    return hush(response) if context["sensitive"] else response
