"""Addresses outside the page tree: each room has its own."""

from django.apps import apps
from django.urls import include, path

ROOMS = (
    "find",
    "landing",
    "feedback",
    "crisis",
    "today",
    "sites",
    "places",
    "shortlist",
    "calendar",
    "preparing",
    "professionals",
)
#: Rooms that are Django apps of their own: they are there where they are installed.
APPS = ("reviewing", "asking", "hard_days", "previewing", "referrals")

rooms = [*ROOMS, *(room for room in APPS if apps.is_installed(f"directory.{room}"))]
urlpatterns = [path("", include(f"directory.{room}.urls")) for room in rooms]
