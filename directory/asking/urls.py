"""The addresses in the letters of campaigns: each bears its secret."""

from django.urls import path

from directory.asking.views import no_questions, reply

urlpatterns = [
    path("spoergsmaal/<str:secret>/", reply, name="reply"),
    path("spoergsmaal/<str:secret>/ingen-breve/", no_questions, name="no_questions"),
]
