"""Pages for when something is not there, or went wrong here."""

from django.shortcuts import render

from directory.offers.gone import gone_offer, similar
from directory.privacy_headers import hush


def not_found(request, exception):
    """The 404 page; for an offer that was here once, 410 and what comes nearest."""
    offer = gone_offer(request)
    if offer is None:
        return render(request, "404.html", status=404)
    return hush(render(request, "410.html", {"similar": similar(request, offer)}, status=410))


def server_error(request):
    """The 500 page. It asks the database for nothing, since that may be what is broken."""
    return render(request, "500.html", status=500)
