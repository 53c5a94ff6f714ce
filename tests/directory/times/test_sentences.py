"""Weekly hours and series in words."""

from datetime import date, time

import pytest
from django.utils import translation

from directory.times.hours import WeeklyHours
from directory.times.meeting import Meeting, Meetings
from directory.times.sentences import hours_in_words, series_in_words

TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def in_danish():
    with translation.override("da"):
        yield


def week(*days, opens=time(10), closes=time(15), **more):
    return [WeeklyHours(day, opens, closes, **more) for day in days]


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        (week(0, 1, 2, 3, 4), ["Mandag til fredag kl. 10–15"]),
        (week(*range(7)), ["Hver dag kl. 10–15"]),
        (week(0, 1), ["Mandag og tirsdag kl. 10–15"]),
        (week(0, 2, 4), ["Mandag, onsdag og fredag kl. 10–15"]),
        (week(*range(7), opens=time(0), closes=time(23, 59)), ["Hver dag hele døgnet"]),
        (week(4, opens=time(22), closes=time(2)), ["Fredag kl. 22–2"]),
        ([*week(3), *week(0, 3, closes=time(12))], ["Mandag og torsdag kl. 10–12", "Torsdag kl. 10–15"]),
        (week(3, rhythm="even"), ["Torsdag kl. 10–15 – lige uger"]),
        (week(3, first_month=11, last_month=3, note="Bank på"), ["Torsdag kl. 10–15 – november til marts – Bank på"]),
        (week(3, valid_from=date(2026, 12, 1)), ["Torsdag kl. 10–15 – fra 1. december 2026"]),
        ([], []),
    ],
)
def test_days_with_the_same_hours_are_said_together(rows, sentences):
    assert hours_in_words(rows) == sentences


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rule": "FREQ=WEEKLY;INTERVAL=2"}, "Hver anden torsdag kl. 19–21, næste gang {}"),
        ({"rule": "FREQ=MONTHLY;BYDAY=1MO,1TH"}, "Den første mandag og torsdag i måneden kl. 19–21, næste gang {}"),
        ({"rule": "FREQ=DAILY;INTERVAL=10", "ends": None}, "Flere dage kl. 19, næste gang {}"),
        ({"rule": "FREQ=WEEKLY;UNTIL=20261112"}, "Hver torsdag kl. 19–21, og ingen flere mødegange"),
    ],
)
def test_a_series_is_said_with_its_next_day(changes, sentence):
    series = Meeting(date(2026, 11, 5), **{"starts": time(19), "ends": time(21)} | changes)
    said = series_in_words(series, Meetings((series,)), TODAY)
    head, _found, day = sentence.partition("{}")
    assert said.startswith(head)
    assert day == ""


def test_the_next_day_of_a_series_is_one_that_is_not_called_off():
    series = Meeting(date(2098, 11, 6), time(19), rule="FREQ=WEEKLY")
    called_off = Meeting(date(2098, 11, 6), time(19), cancelled=True, instead_of=date(2098, 11, 6))
    said = series_in_words(series, Meetings((series, called_off)), date(2098, 11, 1))
    assert said == "Hver torsdag kl. 19, næste gang torsdag den 13. november"
