"""Opening hours: every rhythm, past midnight, closed days, and what is said about now."""

from datetime import date, datetime, time
from types import SimpleNamespace

import pytest
from django.utils import translation

from directory.models import Closure, OpeningHours, Session
from directory.templatetags.danish import from_to
from directory.times.hours import Span, open_tokens, spans_on, status

MONDAY = date(2026, 11, 23)


class Rows(list):
    def all(self):
        return self


def offer(hours=(), closures=(), sessions=(), **facts):
    defaults = {"state": "open", "state_note": "", "access": "unknown"}
    return SimpleNamespace(
        opening_hours=Rows(hours), closures=Rows(closures), sessions=Rows(sessions), **(defaults | facts)
    )


def hours(weekday=0, opens=time(10), closes=time(15), **more):
    return OpeningHours(weekday=weekday, opens=opens, closes=closes, **more)


def test_weekly_hours_hold_on_their_weekday_alone():
    cafe = offer([hours(0)])
    assert spans_on(cafe, MONDAY) == [Span(datetime(2026, 11, 23, 10), datetime(2026, 11, 23, 15))]
    assert spans_on(cafe, date(2026, 11, 24)) == []


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        ("even", [9, 23]),  # weeks 46 and 48
        ("odd", [2, 16, 30]),
        ("1", [2]),
        ("2", [9]),
        ("4", [23]),
        ("-1", [30]),
        ("told", []),
        ("weekly", [2, 9, 16, 23, 30]),
    ],
)
def test_a_rhythm_holds_on_the_right_mondays_of_november(rhythm, days):
    cafe = offer([hours(0, rhythm=rhythm)])
    assert [day for day in range(1, 31) if spans_on(cafe, date(2026, 11, day))] == days


def test_hours_hold_only_while_they_are_valid():
    cafe = offer([hours(0, valid_from=date(2026, 11, 10), valid_to=date(2026, 11, 22))])
    assert [bool(spans_on(cafe, date(2026, 11, day))) for day in (9, 16, 23)] == [False, True, False]


def test_a_night_cafe_is_open_past_midnight():
    cafe = offer([hours(0, time(22), time(8))])
    assert status(cafe, datetime(2026, 11, 24, 3)).kind == "open"
    assert status(cafe, datetime(2026, 11, 24, 3)).at == datetime(2026, 11, 24, 8)
    assert status(cafe, datetime(2026, 11, 24, 8)).kind == "opens"


def test_a_closed_day_wins_over_weekly_hours():
    cafe = offer([hours(0)], closures=[Closure(first_day=MONDAY, last_day=MONDAY)])
    assert spans_on(cafe, MONDAY) == []
    told = status(cafe, datetime(2026, 11, 23, 12))
    assert (told.kind, told.at) == ("closed_today", datetime(2026, 11, 30, 10))


def test_a_cancelled_meeting_does_not_count():
    course = offer(
        sessions=[Session(day=MONDAY, starts=time(10), cancelled=True), Session(day=date(2026, 12, 20), starts=time(9))]
    )
    assert spans_on(course, MONDAY) == []
    assert status(course, datetime(2026, 11, 23, 9)).at == datetime(2026, 12, 20, 9)


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
    told = status(offer([hours(0)]), moment)
    assert (told.kind, told.at) == (kind, at)


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"access": "call_first"}, "call_first"),
        ({"access": "assessed"}, "appointment"),
        ({"access": "drop_in"}, "unknown"),
        ({"state": "closed", "state_note": "Lukket i uge 29"}, "closed"),
    ],
)
def test_without_hours_nothing_is_ever_called_open(facts, kind):
    assert status(offer(**facts), datetime(2026, 11, 23, 12)).kind == kind


def test_tokens_cover_each_quarter_that_is_begun(monkeypatch):
    monkeypatch.setattr("directory.times.hours.local_now", lambda: datetime(2026, 11, 23, 12))
    assert open_tokens(offer([hours(0, time(10, 5), time(10, 40))])) == (
        "d20261123q40",
        "d20261123q41",
        "d20261123q42",
        "d20261130q40",
        "d20261130q41",
        "d20261130q42",
    )


def test_the_night_before_counts_for_this_morning(monkeypatch):
    monkeypatch.setattr("directory.times.hours.local_now", lambda: datetime(2026, 11, 24, 1))
    assert "d20261124q4" in open_tokens(offer([hours(0, time(22), time(2))]))


def test_an_offer_that_is_closed_for_now_has_no_open_tokens():
    assert open_tokens(offer([hours(day) for day in range(7)], state="closed")) == ()


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [(time(0), time(23, 59), "hele døgnet"), (time(0), time(0), "hele døgnet"), (time(0), time(12, 30), "0–12.30")],
)
def test_a_whole_day_is_said_in_words(opens, closes, said):
    (span,) = spans_on(offer([hours(0, opens=opens, closes=closes)]), MONDAY)
    with translation.override("da"):
        assert from_to(span) == said
