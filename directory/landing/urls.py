"""Addresses of the pages of a need or a target group."""

from django.urls import path

from directory.landing.views import need, target_group

urlpatterns = [
    path("behov/<slug:slug>/", need, name="need"),
    path("maalgruppe/<slug:slug>/", target_group, name="target_group"),
]
