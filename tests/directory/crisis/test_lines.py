"""Lines to call: those that surely answer stand first, and what nobody checked lately is never said."""

from datetime import date, datetime, time, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone, translation

from directory.crisis.lines import lines_for
from directory.models import Helpline, HelplineHours
from directory.times.hours import WeeklyHours
from directory.times.public_holidays import ALIKE
from directory.times.schedule import Schedule
from directory.times.status import Status

NOON = datetime(2026, 11, 23, 12)  # a Monday


def line(*hours, checked=0, **facts):
    """A line that is answered at these hours, checked so many days ago."""
    verified_on = None if checked is None else timezone.localdate() - timedelta(days=checked)
    known = {"name": "Linjen", "number": "70201201", "topics": "life", "verified_on": verified_on}
    made = Helpline(**(known | facts))
    made.hours = [HelplineHours(weekday=day, opens=opens, closes=closes) for day, opens, closes in hours]
    return made


def test_a_line_makes_a_schedule_of_its_hours():
    answered = line((0, time(9), time(21)), (4, time(22), time(2)))
    weekly = (WeeklyHours(0, time(9), time(21)), WeeklyHours(4, time(22), time(2)))
    assert answered.schedule == Schedule(weekly, on_holidays=ALIKE)
    assert answered.schedule.current(datetime(2026, 11, 28, 1)).start == datetime(2026, 11, 27, 22)


@pytest.mark.parametrize(
    ("hours", "facts", "status"),
    [
        ([(0, time(9), time(21))], {}, Status("open", datetime(2026, 11, 23, 21))),
        ([(1, time(9), time(21))], {}, Status("opens", datetime(2026, 11, 24, 9))),
        ([], {"always_open": True}, Status("day_and_night")),
        ([], {}, Status("unknown")),
        ([(0, time(9), time(21))], {"checked": 91}, Status("unknown")),
        ([], {"always_open": True, "checked": 91}, Status("unknown")),
        ([], {"always_open": True, "checked": None}, Status("unknown")),
    ],
)
def test_only_what_somebody_checked_lately_is_known_of_a_line(hours, facts, status):
    assert line(*hours, **facts).status_at(NOON) == status


def test_a_line_nobody_dialled_lately_is_never_called_open():
    old = line(checked=91, always_open=True, own_url="https://example.org/", source_url="https://example.com/")
    with translation.override("en"):
        html = render_to_string("components/helpline.html", {"line": old, "status": old.status_at(NOON)})
    assert "Open now" not in html
    assert "See when Linjen answers" in html
    assert "https://example.com/" not in html


@pytest.mark.django_db
def test_lines_that_surely_answer_now_stand_first_and_then_the_most_important():
    all_day = [(day, time(0), time(23, 59)) for day in range(7)]
    line(*all_day, name="Gammel", checked=91, priority=1).save()
    line(name="Uden tider", priority=2).save()
    line(name="Altid", always_open=True, priority=3).save()
    assert [item.line.name for item in lines_for("life")] == ["Altid", "Gammel", "Uden tider"]


@pytest.mark.django_db
def test_of_lines_that_are_alike_those_made_for_the_topic_and_the_regions_own_stand_first():
    line(name="Også", topics="acute life", priority=1).save()
    line(name="Hele landet", priority=2).save()
    line(name="Regionens", priority=3, region="Region Syddanmark").save()
    assert [item.line.name for item in lines_for("life", "Region Syddanmark")] == ["Regionens", "Hele landet", "Også"]


@pytest.mark.django_db
def test_a_line_that_surely_does_not_answer_now_stands_after_one_of_which_nobody_knows(monkeypatch):
    monkeypatch.setattr("directory.crisis.lines.local_now", lambda: NOON)
    line((0, time(13), time(14)), name="Senere i dag", priority=1).save()
    line((1, time(9), time(10)), name="I morgen", priority=1).save()
    line(name="Ukendt", checked=None, priority=2).save()
    line((0, time(9), time(21)), name="Nu", priority=3).save()
    assert [item.line.name for item in lines_for("life")] == ["Nu", "Ukendt", "Senere i dag", "I morgen"]


@pytest.mark.django_db
def test_a_line_of_another_topic_or_time_and_112_are_not_listed():
    yesterday = timezone.localdate() - timedelta(days=1)
    line(name="Vold", topics="violence children").save()
    line(name="Nedlagt", valid_to=yesterday).save()
    line(name="Kommende", valid_from=date(9999, 1, 1)).save()
    line(name="Alarm", number="112").save()
    line(name="Livet", topics="acute life").save()
    assert [item.line.name for item in lines_for("life")] == ["Livet"]
