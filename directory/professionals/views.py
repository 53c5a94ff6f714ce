"""The page for professionals and the sheets, the same for everybody who asks."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.professionals.page import professionals_crumbs, professionals_page
from directory.professionals.sheets import SHEETS
from directory.sites.here import here


@require_safe
def professionals(request):
    """What those need who help others."""
    return render(request, "directory/professionals/page.html", professionals_page(request))


@require_safe
def sheet(request, slug):
    """A sheet of paper to fill in together, by hand."""
    if slug not in SHEETS:
        raise Http404
    found = SHEETS[slug]
    crumbs = professionals_crumbs(here(request), (str(found.title), ""))
    return render(request, "directory/professionals/sheet.html", {"sheet": found, "crumbs": crumbs})
