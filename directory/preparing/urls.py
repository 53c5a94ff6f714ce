"""The address of the sheet."""

from django.urls import path

from directory.preparing.views import preparing

urlpatterns = [
    path("forbered/<int:key>/", preparing, name="preparing"),
]
