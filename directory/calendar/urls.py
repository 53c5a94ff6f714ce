"""Addresses of calendars and feeds. A dot is in no page's address, so none can stand in their way."""

from django.urls import path, re_path

from directory.calendar.views import (
    calendar_pages,
    changes,
    meeting_calendar,
    offer_calendar,
    offer_schedules,
    screen,
    subscribe,
)

urlpatterns = [
    path("kalender/", calendar_pages, name="calendar_page"),
    path("kalender/skaerm/", screen, name="screen"),
    path("kalender.ics", subscribe, name="calendar"),
    path("nyt.atom", changes, name="changes"),
    re_path(r"^kalender/(?P<key>\d{1,9})\.ics$", offer_calendar, name="offer_calendar"),
    re_path(r"^kalender/(?P<key>\d{1,9})\.json$", offer_schedules, name="offer_schedules"),
    re_path(
        r"^kalender/(?P<key>\d{1,9})/(?P<meeting>\d{8}(?:-\d{1,2})?)\.ics$", meeting_calendar, name="meeting_calendar"
    ),
]
