"""Find tilbud, the one search page of a site; Kort, the same hits on a map; and what the search box suggests."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from directory.find.filters import PAGE_SIZE, OfferFilterSet
from directory.find.map_page import MAX_ROWS, map_page
from directory.find.page import found_page, unavailable_page
from directory.find.paging import HitPage, last_page, paged
from directory.find.renamed import renamed
from directory.find.suggesting import suggested
from directory.learning.counting import learn
from directory.privacy_headers import hush, hush_search
from directory.sites.address import Address
from directory.sites.here import here
from search import Results, SearchUnavailable, engine

_Context = Callable[[HttpRequest, OfferFilterSet, Results, HitPage], dict]


def find_offers(request, page):
    """The offers that match what the query string asks for."""
    return _searched(request, "directory/find/page.html", found_page, PAGE_SIZE, counted=True)


def offers_on_map(request):
    """The same offers, with their places."""
    return _searched(request, "directory/find/map.html", map_page, MAX_ROWS, counted=False)


def _searched(request, template: str, context: _Context, size: int, *, counted: bool) -> HttpResponse:
    filters = OfferFilterSet(request.GET, municipality=here(request).municipality, request=request)
    if now := renamed(filters.asked):
        return hush(redirect(f"{request.path}{now}"))
    query = filters.query(size=size)
    try:
        results = engine().search(query)
        query, asked = replace(query, page=min(query.page, last_page(results.total, query.size))), query
        if query != asked:
            results = engine().search(query)
    except SearchUnavailable:
        return hush_search(unavailable(request), request, query)
    if counted:
        learn(here(request).slug, asked, results)
    hits = paged(results, query)
    told = context(request, filters, results, hits) | {"past_end": query != asked}
    return hush_search(render(request, template, told), request, query)


def unavailable(request) -> HttpResponse:
    """The page that says that the search is out, with what helps without it; 503."""
    return render(request, "directory/find/unavailable.html", unavailable_page(request), status=503)


@require_GET
def suggest(request):
    """The suggestions for a beginning; none when the search is out, since the box works without. What is typed is kept nowhere."""
    try:
        found = suggested(request, Address(request.GET).value("text"))
    except SearchUnavailable:
        found = []
    return hush(JsonResponse({"suggestions": found}))
