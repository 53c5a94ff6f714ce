"""Sted: a house, the way there, and what happens in it."""

from django.shortcuts import render

from directory.presenting.place import page_context
from directory.presenting.quiet import hush


def place(request, slug):
    """The offers at an address."""
    context = page_context(request, slug)
    response = render(request, "directory/place.html", context)
    return hush(response) if context["sensitive"] else response
