"""Hjælp nu: the page for when it is bad."""

from django.shortcuts import render

from directory.presenting.help_now import page_context
from directory.presenting.quiet import hush


def help_now(request):
    """Whom to call now."""
    return hush(render(request, "directory/help_now.html", page_context(request)))
