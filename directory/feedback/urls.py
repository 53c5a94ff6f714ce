"""Addresses of the form for feedback and of its thanks."""

from django.urls import path

from directory.feedback.views import feedback, thanks

urlpatterns = [
    path("tilbagemelding/", feedback, name="feedback"),
    path("tilbagemelding/tak/", thanks, name="feedback_thanks"),
]
