"""What is said about now: right to the minute, in words, and never more than is sure."""

from datetime import date, datetime, time, timedelta
from typing import get_args

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone, translation

from directory.templatetags.components import component
from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import Meeting
from directory.times.schedule import Schedule
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


@pytest.mark.parametrize("hours", [(time(0), time(23, 59)), (time(23), time(22, 59)), (time(0), time(0))])
@pytest.mark.parametrize(
    "moment", [datetime(2026, 11, 24, 3), datetime(2026, 11, 24, 23, 59, 30), datetime(2026, 11, 25)]
)
def test_round_the_clock_has_no_end_to_tell(hours, moment):
    house = Schedule(tuple(WeeklyHours(day, *hours) for day in range(7)))
    assert status_of(house, moment) == Status("round_the_clock")


def test_spans_that_touch_are_one():
    cafe = Schedule(
        (WeeklyHours(0, time(20), time(23, 59)), WeeklyHours(1, time(0), time(2)), WeeklyHours(1, time(2), time(4)))
    )
    assert status_of(cafe, datetime(2026, 11, 23, 21)) == Status("open", datetime(2026, 11, 24, 4))
    assert status_of(cafe, datetime(2026, 11, 23, 23, 59)) == Status("open", datetime(2026, 11, 24, 4))


def test_an_end_at_midnight_is_said_as_24():
    cafe = Schedule((WeeklyHours(0, time(20), time(23, 59)),))
    with translation.override("da"):
        assert status_of(cafe, datetime(2026, 11, 23, 21)).sentence.endswith("24")


def test_the_next_time_of_a_month_is_known_however_far_it_is():
    second_wednesday = Schedule((WeeklyHours(2, time(10), time(12), "2"),))
    assert status_of(second_wednesday, datetime(2026, 11, 12, 9)) == Status("opens", datetime(2026, 12, 9, 10))
    from_spring = Schedule((WeeklyHours(2, time(10), time(12), valid_from=date(2027, 3, 1)),))
    assert status_of(from_spring, datetime(2026, 11, 12, 9)) == Status("opens", datetime(2027, 3, 3, 10))


def test_why_a_day_is_closed_is_told():
    closed = Schedule(CAFE.weekly, (ExceptionDays(MONDAY, MONDAY, note="Vi maler."),))
    assert status_of(closed, datetime(2026, 11, 23, 12)).note == "Vi maler."


def test_a_day_that_is_closed_is_said_to_be():
    cafe = Schedule(CAFE.weekly, (ExceptionDays(MONDAY, MONDAY),))
    assert status_of(cafe, datetime(2026, 11, 23, 12)) == Status("closed_today", datetime(2026, 11, 30, 10))


def test_a_meeting_later_on_a_closed_day_is_what_opens():
    cafe = Schedule(CAFE.weekly, (ExceptionDays(MONDAY, MONDAY),), (Meeting(MONDAY, time(18)),))
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
        ("round_the_clock", "Åbent nu – døgnet rundt", ["vv-status", "vv-status--open"]),
        ("open", "Åbent nu – lukker kl. 9.30", ["vv-status", "vv-status--open"]),
        ("opens", "Åbner i morgen kl. 9.30", ["vv-status"]),
        ("closed_today", "Lukket i dag. Åbner i morgen kl. 9.30", ["vv-status", "vv-status--closed"]),
        ("closed", "Lukket for tiden", ["vv-status", "vv-status--closed"]),
        ("ended", "Det her er slut", ["vv-status", "vv-status--closed"]),
        ("holiday", "Det er helligdag i dag. Vi ved ikke, om der er åbent. Ring først.", ["vv-status"]),
        ("in_doubt", "Tiderne skifter. Ring først.", ["vv-status"]),
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
        html = component("opening_status", Status(kind, tomorrow))
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
    html = component("opening_status", Status("closed", note="Uge 29 <b>"))
    assert '. <span lang="da">Uge 29 &lt;b&gt;</span>' in html


def test_a_place_that_has_told_only_days_on_which_it_is_open_is_open_on_them():
    new_year = ExceptionDays(date(2026, 1, 1), date(2026, 1, 1), time(10), time(15))
    told = Schedule(exceptions=(new_year,))
    assert status_of(told, datetime(2026, 1, 1, 11)).is_open
    assert not status_of(told, datetime(2026, 1, 2, 11)).is_open
