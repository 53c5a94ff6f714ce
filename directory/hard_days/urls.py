"""The addresses of a hard day, which are there while it lasts."""

from django.urls import path

from directory.hard_days.views import hard_day, hard_day_notice

urlpatterns = [
    path("lige-nu/<int:key>/", hard_day, name="hard_day"),
    path("lige-nu/<int:key>/opslag/", hard_day_notice, name="hard_day_notice"),
]
