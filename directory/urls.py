"""Addresses outside the page tree."""

from django.urls import path, re_path

from directory.views.feedback import feedback, thanks
from directory.views.help_now import help_now
from directory.views.landing import need, target_group
from directory.views.map import offers_on_map
from directory.views.place import place
from directory.views.shortlist import shortlist, shortlist_print
from directory.views.statement import statement
from directory.views.suggest import suggest
from directory.views.today import today

urlpatterns = [
    path("forslag/", suggest, name="suggest"),
    path("behov/<slug:slug>/", need, name="need"),
    path("maalgruppe/<slug:slug>/", target_group, name="target_group"),
    path("tilbagemelding/", feedback, name="feedback"),
    path("tilbagemelding/tak/", thanks, name="feedback_thanks"),
    path("hjaelp-nu/", help_now, name="help_now"),
    path("i-dag/", today, name="today"),
    # People are told of it without a slash at the end.
    re_path(r"^was/?$", statement, name="was"),
    path("kort/", offers_on_map, name="map"),
    path("sted/<slug:slug>/", place, name="place"),
    path("liste/", shortlist, name="shortlist"),
    path("liste/<slug:keys>/", shortlist, name="shortlist"),
    path("liste/<slug:keys>/print/", shortlist_print, name="shortlist_print"),
]
