"""The address of Hjælp nu."""

from django.urls import path

from directory.crisis.views import help_now

urlpatterns = [
    path("hjaelp-nu/", help_now, name="help_now"),
]
