"""The addresses in letters: each bears its secret."""

from django.urls import path

from directory.reviewing.views import answer, no_letters

urlpatterns = [
    path("svar/<str:secret>/ingen-breve/", no_letters, name="no_letters"),
    path("svar/<str:secret>/<slug:what>/", answer, name="answer"),
]
