"""Opening hours in Danish."""

from datetime import date, time

import pytest

from directory.importing.check.hours import read_clock, rows, weekdays
from directory.importing.check.record import check
from directory.importing.errors import Refused
from tests.directory.importing.test_import import row


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mandag", [0]),
        ("mandag-fredag", [0, 1, 2, 3, 4]),
        ("mandag - fredag", [0, 1, 2, 3, 4]),
        ("mandag til torsdag", [0, 1, 2, 3]),
        ("alle dage", [0, 1, 2, 3, 4, 5, 6]),
        ("Hverdage", [0, 1, 2, 3, 4]),
        ("tirsdag, onsdag, torsdag", [1, 2, 3]),
        ("mandag og onsdag", [0, 2]),
        ("lørdag-mandag", [0, 5, 6]),
        ("mandag-onsdag, lørdag", [0, 1, 2, 5]),
        ("hver anden søndag", [6]),
        ("første onsdag i måneden", [2]),
        ("man-fre", [0, 1, 2, 3, 4]),
        ("torsdage", [3]),
    ],
)
def test_days_are_understood_as_danes_write_them(text, days):
    assert weekdays(text) == days


@pytest.mark.parametrize("text", ["torgdag", "", "når det passer", "mandag-tirsdag-onsdag", "32"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(Refused):
        weekdays(text)


@pytest.mark.parametrize(
    ("note", "rhythm"),
    [
        ("", "weekly"),
        ("brugeråbent", "weekly"),
        ("i lige uger", "even"),
        ("i ulige uger", "odd"),
        ("anden onsdag i måneden", "2"),
        ("sidste torsdag i måneden", "-1"),
        ("hver anden søndag", "told"),
        ("cirka en gang om måneden", "told"),
    ],
)
def test_a_note_tells_which_weeks(note, rhythm):
    assert rows("onsdag", "10:00", "12:00", note)[0]["rhythm"] == rhythm


def test_weeks_that_only_words_can_tell_keep_their_words():
    assert rows("hver anden søndag", "10:00", "12:00", "")[0]["note"] == "hver anden søndag"


@pytest.mark.parametrize("text", ["9", "25:00", "10:60", "ti", "10:00:00", "-1:00", "٠٩:٣٠"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(Refused):
        read_clock(text)


def test_midnight_at_the_end_of_a_day_is_its_last_minute():
    assert read_clock("24:00", closing=True) == time(23, 59)
    with pytest.raises(Refused):
        read_clock("24:00")


def test_a_night_may_end_before_it_began_but_not_when_it_began():
    assert rows("alle dage", "22:00", "08:00", "")[0]["closes"] == time(8)
    with pytest.raises(Refused):
        rows("mandag", "10:00", "10:00", "")


def test_schedules_of_open_referral_are_hours_where_they_are_exact_and_words_where_they_are_not():
    exact = {"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "10:00:00+01:00", "closes_at": "14:00:00+01:00"}
    until = exact | {"byday": "WE", "valid_to": "2027-03-31", "notes": "<b>Indgang</b> i gården"}
    record = check(
        row(schedule_text="Ring på", schedules=[exact, until, exact | {"freq": "DAILY", "description": "Hver dag"}])
    )
    told = [(one["weekday"], one["note"], one.get("valid_to")) for one in record.opening_hours]
    assert told == [(0, "", None), (1, "", None), (2, "Indgang i gården", date(2027, 3, 31))]
    assert record.schedule_text == "Ring på · Hver dag"


def test_words_of_many_schedules_are_cut_where_no_more_fit():
    record = check(row(schedules=[{"description": f"Efter aftale {number}"} for number in range(90)]))
    assert record.opening_hours == ()
    assert len(record.schedule_text) == 200
