"""Addresses outside the page tree: each room has its own."""

from django.urls import include, path

ROOMS = ("find", "landing", "feedback", "crisis", "today", "sites", "places", "shortlist", "calendar")

urlpatterns = [path("", include(f"directory.{room}.urls")) for room in ROOMS]
