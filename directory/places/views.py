"""Sted: a house, the way there, and what happens in it."""

from django.shortcuts import render

from directory.places.page import place_page
from directory.privacy_headers import hush


def place(request, slug):
    """The offers at an address."""
    context = place_page(request, slug)
    response = render(request, "directory/places/page.html", context)
    return hush(response) if context["sensitive"] else response
