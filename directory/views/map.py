"""Kort: what Find tilbud finds, on a map beside its list."""

from django.shortcuts import render

from directory.filters import OfferFilterSet
from directory.models import OfferPage
from directory.presenting.finding import unavailable_page
from directory.presenting.frame import municipality_of
from directory.presenting.map_page import SHOWN, page_context
from directory.presenting.paging import page_number, paged
from directory.presenting.quiet import hush_search
from search import SearchUnavailable, engine


def offers_on_map(request):
    """The offers that match what the query string asks for, with their places."""
    filters = OfferFilterSet(request.GET, municipality=municipality_of(request), request=request)
    query = filters.query(page=page_number(request), size=SHOWN)
    try:
        results = engine().search(query)
    except SearchUnavailable:
        answer = render(request, "directory/search_unavailable.html", unavailable_page(request, None), status=503)
        return hush_search(answer, request, query)
    offers = paged(results, query, OfferPage.objects.shown().for_cards())
    answer = render(request, "directory/map.html", page_context(request, filters, results, offers))
    return hush_search(answer, request, query)
