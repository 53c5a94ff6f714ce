"""Addresses of the pages of a need or a target group."""

from django.urls import path

from directory.landing.views import guide, need, start_card, target_group

urlpatterns = [
    path("find-vej/", guide, name="guide"),
    path("behov/<slug:slug>/", need, name="need"),
    path("valg/<slug:slug>/", start_card, name="start_card"),
    path("maalgruppe/<slug:slug>/", target_group, name="target_group"),
]
