"""The addresses of the page for professionals and of its sheets."""

from django.urls import path

from directory.professionals.views import professionals, sheet

urlpatterns = [
    path("fagfolk/", professionals, name="professionals"),
    path("fagfolk/ark/<slug:slug>/", sheet, name="sheet"),
]
