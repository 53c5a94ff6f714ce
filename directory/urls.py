"""Addresses outside the page tree."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
