"""Pages for when something is not there, or went wrong here."""

from urllib.parse import quote

from django.shortcuts import redirect, render

from directory.offers.gone import gone_offer, similar
from directory.privacy_headers import hush
from directory.sites.site_of_request import NOT_OF_A_SITE


def not_found(request, exception):
    """The 404 page; for an offer that was here once, 410 and what comes nearest."""
    small = in_small_letters(request)
    if small:
        return redirect(small, permanent=True)
    offer = gone_offer(request)
    if offer is None:
        return render(request, "404.html", status=404)
    return hush(render(request, "410.html", {"similar": similar(request, offer)}, status=410))


def in_small_letters(request) -> str:
    """The same address in small letters, as all addresses of pages are; empty where it has no capitals.

    What somebody types from a poster begins with a capital on a telephone.
    """
    path = request.path.lower()
    if request.method not in ("GET", "HEAD") or path == request.path or path.startswith(NOT_OF_A_SITE):
        return ""
    # Two slashes in front would name another host.
    query = request.META.get("QUERY_STRING", "")
    return f"/{quote(path.lstrip('/'))}{'?' if query else ''}{query}"


def server_error(request):
    """The 500 page. It asks the database for nothing, since that may be what is broken."""
    return render(request, "500.html", status=500)
