"""Pages for when something went wrong here."""

from django.shortcuts import render


def server_error(request):
    """The 500 page. It asks the database for nothing, since that may be what is broken."""
    return render(request, "500.html", status=500)
