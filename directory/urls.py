"""Addresses outside the page tree."""

from django.urls import path

from directory.views.shortlist import shortlist, shortlist_print
from directory.views.suggest import suggest

urlpatterns = [
    path("forslag/", suggest, name="suggest"),
    path("liste/", shortlist, name="shortlist"),
    path("liste/<slug:keys>/", shortlist, name="shortlist"),
    path("liste/<slug:keys>/print/", shortlist_print, name="shortlist_print"),
]
