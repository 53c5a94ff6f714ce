"""Addresses that every site has. The stylesheet of its colours stands outside the languages: `cms.urls`."""

from django.urls import re_path

from directory.sites.views import statement

urlpatterns = [
    # People are told of it without a slash at the end.
    re_path(r"^was/?$", statement, name="was"),
]
