"""Addresses of the list of the visitor."""

from django.urls import path

from directory.shortlist.views import shortlist, shortlist_print

urlpatterns = [
    path("liste/", shortlist, name="shortlist"),
    path("liste/<slug:keys>/", shortlist, name="shortlist"),
    path("liste/<slug:keys>/print/", shortlist_print, name="shortlist_print"),
]
