"""Landing pages: an address to give to somebody who looks for help with one thing."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from directory.landing.front_page import cards_with_offers
from directory.landing.guide import answers_of, guide_page
from directory.landing.page import NEED, TARGET_GROUP, card_page, landing_page
from directory.models import FormerAddress
from directory.privacy_headers import hush
from directory.sites.here import here


def need(request, slug):
    """The offers for a need."""
    return _of_term(request, NEED, slug)


def target_group(request, slug):
    """The offers for a target group."""
    return _of_term(request, TARGET_GROUP, slug)


def start_card(request, slug):
    """The offers for a card of the front page."""
    return _landing(request, card_page(request, slug))


def guide(request):
    """The questions for who does not know where to begin. What was answered stands in the address, and tells of a person."""
    known = cards_with_offers(here(request).municipality)
    about = answers_of([(card, choice.facets) for card, choice in known])
    return hush(render(request, "directory/landing/guide.html", guide_page(request, about)))


def _of_term(request, subject, slug):
    try:
        context = landing_page(request, subject, slug)
    except Http404:
        return hush(redirect(_present(subject, slug), permanent=True))
    return _landing(request, context)


def _landing(request, context):
    response = render(request, "directory/landing/page.html", context)
    return hush(response) if context["sensitive"] else response


def _present(subject, slug) -> str:
    """The address of the page that once was to be found at another one; 404 where none was."""
    now = FormerAddress.now(subject.model, [slug])
    if slug not in now:
        raise Http404
    return reverse(subject.facet, args=[now[slug]])
