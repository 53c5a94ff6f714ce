"""The page with the sheet for a first visit: asked for by the key of an offer, kept by nobody."""

from django.shortcuts import render

from directory.preparing.page import preparing_page
from directory.privacy_headers import hush


def preparing(request, key):
    """The sheet for an offer. Nothing is sent from it: what is written on it is written on paper."""
    return hush(render(request, "directory/preparing/page.html", preparing_page(request, key)))
