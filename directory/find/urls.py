"""Addresses of the search beside its page in the tree."""

from django.urls import path

from directory.find.views import offers_on_map, suggest

urlpatterns = [
    path("forslag/", suggest, name="suggest"),
    path("kort/", offers_on_map, name="map"),
]
