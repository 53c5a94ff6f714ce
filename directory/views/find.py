"""Find tilbud: the one search page of a site."""

from django.shortcuts import render

from directory.filters import OfferFilterSet
from directory.learning import learn
from directory.models import OfferPage
from directory.presenting.finding import found_page, unavailable_page
from directory.presenting.frame import municipality_of, site_of
from directory.presenting.paging import page_number, paged
from directory.presenting.quiet import hush_search
from search import SearchUnavailable, engine


def find_offers(request, page):
    """The offers that match what the query string asks for."""
    filters = OfferFilterSet(request.GET, municipality=municipality_of(request), request=request)
    query = filters.query(page=page_number(request))
    try:
        results = engine().search(query)
    except SearchUnavailable:
        answer = render(request, "directory/search_unavailable.html", unavailable_page(request, page), status=503)
        return hush_search(answer, request, query)
    learn(site_of(request), query, results)
    offers = paged(results, query, OfferPage.objects.shown().for_cards())
    answer = render(request, "directory/find_offers.html", found_page(request, page, filters, results, offers))
    return hush_search(answer, request, query)
