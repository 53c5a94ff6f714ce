"""What is said about now: right to the minute, in words, and never more than is sure."""

from datetime import date, datetime, time, timedelta
from typing import get_args

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils import timezone, translation

from directory.times.schedule import ClosedDays, Meeting, Schedule, WeeklyHours
from directory.times.status import Kind, Status, status_of

CAFE = Schedule(weekly=(WeeklyHours(0, time(10), time(15)),))
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("moment", "kind", "at"),
    [
        (datetime(2026, 11, 23, 9, 59), "opens", datetime(2026, 11, 23, 10)),
        (datetime(2026, 11, 23, 10), "open", datetime(2026, 11, 23, 15)),
        (datetime(2026, 11, 23, 14, 59), "open", datetime(2026, 11, 23, 15)),
        (datetime(2026, 11, 23, 15), "opens", datetime(2026, 11, 30, 10)),
    ],
)
def test_the_status_is_right_to_the_minute(moment, kind, at):
    assert status_of(CAFE, moment) == Status(kind, at)


def test_a_night_cafe_is_open_past_midnight():
    cafe = Schedule(weekly=(WeeklyHours(0, time(22), time(8)),))
    assert status_of(cafe, datetime(2026, 11, 24, 3)) == Status("open", datetime(2026, 11, 24, 8))
    assert status_of(cafe, datetime(2026, 11, 24, 8)).kind == "opens"


def test_a_day_that_is_closed_is_said_to_be():
    cafe = Schedule(CAFE.weekly, (ClosedDays(MONDAY, MONDAY),))
    assert status_of(cafe, datetime(2026, 11, 23, 12)) == Status("closed_today", datetime(2026, 11, 30, 10))


def test_a_meeting_later_on_a_closed_day_is_what_opens():
    cafe = Schedule(CAFE.weekly, (ClosedDays(MONDAY, MONDAY),), (Meeting(MONDAY, time(18)),))
    assert status_of(cafe, datetime(2026, 11, 23, 12)) == Status("opens", datetime(2026, 11, 23, 18))


def test_what_gathers_people_takes_place_and_does_not_open():
    course = Schedule((WeeklyHours(0, time(13), time(15)),))
    before, during = datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 14)
    assert status_of(course, during, gathers=True) == Status("under_way", datetime(2026, 11, 23, 15))
    following = status_of(course, before, gathers=True)
    assert following == Status("next", datetime(2026, 11, 23, 13), until=datetime(2026, 11, 23, 15))
    with translation.override("da"):
        assert following.sentence.endswith("kl. 13–15")


@pytest.mark.parametrize(
    ("access", "kind"),
    [
        ("call_first", "call_first"),
        ("book", "appointment"),
        ("referral", "appointment"),
        ("assessed", "appointment"),
        ("drop_in", "unknown"),
        ("unknown", "unknown"),
    ],
)
def test_without_hours_how_one_gets_in_is_all_that_is_said(access, kind):
    assert status_of(Schedule(), datetime(2026, 11, 23, 12), access) == Status(kind)


def test_times_that_are_told_and_hold_no_more_are_unknown_however_one_gets_in():
    course = Schedule(sessions=(Meeting(date(2026, 11, 2), time(10)),))
    assert status_of(course, datetime(2026, 11, 23, 12), "call_first") == Status("unknown")


@pytest.mark.parametrize(
    ("kind", "said", "classes"),
    [
        ("day_and_night", "Åbent nu. De svarer hele døgnet.", ["vv-status", "vv-status--open"]),
        ("open", "Åbent nu – lukker kl. 9.30", ["vv-status", "vv-status--open"]),
        ("opens", "Åbner i morgen kl. 9.30", ["vv-status"]),
        ("closed_today", "Lukket i dag. Åbner i morgen kl. 9.30", ["vv-status", "vv-status--closed"]),
        ("closed", "Lukket for tiden", ["vv-status", "vv-status--closed"]),
        ("call_first", "Ring først – der er ikke altid nogen", ["vv-status"]),
        ("appointment", "Kun efter aftale", ["vv-status"]),
        ("under_way", "I gang nu – slutter kl. 9.30", ["vv-status", "vv-status--open"]),
        ("next", "Næste gang: i morgen kl. 9.30", ["vv-status"]),
        ("unknown", "Vi kender ikke tiderne endnu.", []),
    ],
)
def test_each_kind_has_its_sentence_and_its_look(kind, said, classes):
    tomorrow = datetime.combine(timezone.localdate() + timedelta(days=1), time(9, 30))
    with translation.override("da"):
        html = render_to_string("components/opening_status.html", {"status": Status(kind, tomorrow)})
    (shown,) = BeautifulSoup(html, "html.parser").find_all("span")
    assert " ".join(shown.get_text().split()) == said
    assert shown.get("class", []) == classes


def test_a_sentence_is_in_the_language_of_the_page_that_shows_it():
    closed = Status("closed")
    for language, said in (("da", "Lukket for tiden"), ("en", "Closed for now")):
        with translation.override(language):
            assert closed.sentence == said


def test_no_kind_is_without_words():
    moment = datetime(2026, 11, 23, 10)
    assert all(Status(kind, moment).sentence for kind in get_args(Kind))


def test_the_owner_s_own_words_are_danish_and_escaped():
    html = render_to_string("components/opening_status.html", {"status": Status("closed", note="Uge 29 <b>")})
    assert '. <span lang="da">Uge 29 &lt;b&gt;</span>' in html
