"""Landing pages: an address to give to somebody who looks for help with one thing."""

from django.shortcuts import render

from directory.find.views import unavailable
from directory.landing.page import NEED, TARGET_GROUP, landing_page
from directory.privacy_headers import hush
from search import SearchUnavailable


def need(request, slug):
    """The offers for a need."""
    return _landing(request, NEED, slug)


def target_group(request, slug):
    """The offers for a target group."""
    return _landing(request, TARGET_GROUP, slug)


def _landing(request, subject, slug):
    try:
        context = landing_page(request, subject, slug)
    except SearchUnavailable:
        return hush(unavailable(request))
    response = render(request, "directory/landing/page.html", context)
    return hush(response) if context["sensitive"] else response
