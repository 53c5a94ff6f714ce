"""Landing pages: an address to give to somebody who looks for help with one thing."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from directory.find.views import unavailable
from directory.landing.page import NEED, TARGET_GROUP, landing_page
from directory.models.former_address import FormerAddress
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
    except Http404:
        return hush(redirect(_present(subject, slug), permanent=True))
    response = render(request, "directory/landing/page.html", context)
    return hush(response) if context["sensitive"] else response


def _present(subject, slug) -> str:
    """The address of the page that once was to be found at another one; 404 where none was."""
    now = FormerAddress.now(subject.model, [slug])
    if slug not in now:
        raise Http404
    return reverse(subject.facet, args=[now[slug]])
