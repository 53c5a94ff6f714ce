"""Addresses of the list of the visitor."""

from django.urls import path

from directory.shortlist.views import shortlist, shortlist_compare, shortlist_print, shortlist_week

urlpatterns = [
    path("liste/", shortlist, name="shortlist"),
    path("liste/<slug:keys>/", shortlist, name="shortlist"),
    path("liste/<slug:keys>/print/", shortlist_print, name="shortlist_print"),
    path("liste/<slug:keys>/sammenlign/", shortlist_compare, name="shortlist_compare"),
    path("liste/<slug:keys>/uge/", shortlist_week, name="shortlist_week"),
]
