"""I dag: what is open today, hour by hour."""

from django.shortcuts import render

from directory.presenting.today import page_context


def today(request):
    """The offers that are open on the day asked for."""
    return render(request, "directory/today.html", page_context(request))
