"""Addresses that every site has. The stylesheet of its colours stands outside the languages: `cms.urls`."""

from django.urls import path, re_path

from directory.sites.views import shared_computer, statement

urlpatterns = [
    path("faelles-computer/", shared_computer, name="shared_computer"),
    # People are told of it without a slash at the end.
    re_path(r"^was/?$", statement, name="was"),
]
