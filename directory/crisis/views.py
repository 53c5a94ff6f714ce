"""Hjælp nu: the page for when it is bad."""

from django.shortcuts import render

from directory.crisis.help_now import help_now_page
from directory.privacy_headers import hush


def help_now(request):
    """The page Hjælp nu, which no cache may keep and no search engine may list."""
    return hush(render(request, "directory/crisis/help_now.html", help_now_page(request)))
