"""Find tilbud as it would be with Wagtail's own database search: the same page, the same facets, counted in SQL."""

from django.db.models import Count
from django.shortcuts import render

from directory.find.filters import OfferFilterSet
from directory.find.page import found_page
from directory.find.paging import paged
from directory.models import OfferPage
from directory.sites.here import here
from search import Results

#: The facets that are one join away; the others are columns or have no table of their own.
_COLUMNS = ("access", "free", "anonymous", "no_demands", "leave_anytime")


def find_with_wagtail(request):
    """The offers that Wagtail finds for the words, with counted facets."""
    filters = OfferFilterSet(request.GET, municipality=here(request).municipality, request=request)
    query = filters.query()
    rows = OfferPage.objects.shown()
    if query.text:
        rows = OfferPage.objects.filter(pk__in=[page.pk for page in rows.search(query.text)[:10_000]])
    start = (query.page - 1) * query.size
    found = [f"offer:{key}" for key in rows.order_by("title").values_list("pk", flat=True)]
    results = Results(ids=tuple(found[start : start + query.size]), total=len(found), counts=_counts(rows))
    hits = paged(results, query)
    return render(request, "directory/find/page.html", found_page(request, filters, results, hits))


def _counts(rows) -> dict[str, dict[str, int]]:
    counts = {
        "need": dict(rows.values_list("needs__slug").annotate(Count("pk", distinct=True)).order_by()),
        "target_group": dict(
            rows.values_list("audiences__target_group__slug").annotate(Count("pk", distinct=True)).order_by()
        ),
        "language": dict(rows.values_list("languages__code").annotate(Count("pk", distinct=True)).order_by()),
        "kind": dict(rows.values_list("content_type__model").annotate(Count("pk")).order_by()),
    }
    for name in _COLUMNS:
        counts[name] = dict(rows.values_list(name).annotate(Count("pk")).order_by())
    return counts
