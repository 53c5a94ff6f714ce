"""The address of a house with its offers."""

from django.urls import path

from directory.places.views import place

urlpatterns = [
    path("sted/<slug:slug>/", place, name="place"),
]
