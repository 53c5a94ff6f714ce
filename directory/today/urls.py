"""The address of I dag."""

from django.urls import path

from directory.today.views import today

urlpatterns = [
    path("i-dag/", today, name="today"),
]
