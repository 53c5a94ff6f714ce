"""I dag: what is open today, hour by hour."""

from django.shortcuts import render

from directory.today.page import today_page


def today(request):
    """The offers that are open on the day asked for."""
    return render(request, "directory/today/page.html", today_page(request))
