"""Small answers to machines, the same for every visitor of a site."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap as sitemap_of
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from directory.findable.sitemap import PagesSitemap, PlacesSitemap
from directory.sites.here import here

#: Addresses that are for people: the admin, lists and searches, which stand in addresses with a question mark.
_FOR_PEOPLE = ("/admin/", "/liste/", "/tilbagemelding/", "/*?")
_A_DAY = "public, max-age=86400"


@require_safe
def robots(request):
    """What search engines may read; nothing of a demonstration, by which nobody must look for help."""
    if settings.DEMONSTRATION:
        rules = ["Disallow: /"]
    else:
        rules = [f"Disallow: {path}" for path in _FOR_PEOPLE]
        rules.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(["User-agent: *", *rules, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request):
    """The addresses of the site's pages."""
    return sitemap_of(request, {"pages": PagesSitemap(request), "places": PlacesSitemap(request)})


@require_safe
def opensearch(request):
    """How a browser searches here from its own search field."""
    site = here(request)
    context = {"address": request.build_absolute_uri(site.find_url), "municipality": site.municipality}
    answer = render(request, "directory/findable/opensearch.xml", context)
    answer["Content-Type"] = "application/opensearchdescription+xml; charset=utf-8"
    return answer


@require_safe
def favicon(request):
    """Lead those who ask for the old address of the icon to it."""
    answer = redirect(static("cms/icons/vejviser.svg"))
    answer["Cache-Control"] = _A_DAY
    return answer
