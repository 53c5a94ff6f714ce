"""What the form of an offer says about hours and meetings that cannot be."""

from datetime import date, time

import pytest
from bs4 import BeautifulSoup

from directory.models import OfferPage, OpeningHours, Session
from directory.times.warnings import worth_a_look
from tests import factories
from tests.cms.editing.offers.test_form import edit, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    made = factories.DropInCentreFactory(needs=[factories.NeedFactory()])
    made.opening_hours = [
        OpeningHours(weekday=0, opens=time(10), closes=time(15)),
        OpeningHours(weekday=0, opens=time(16), closes=time(18)),
    ]
    made.sessions = [
        Session(day=date(2026, 11, 19), starts=time(19), rule="FREQ=WEEKLY"),
        Session(day=date(2026, 12, 4), starts=time(19), instead_of=date(2026, 12, 3)),
    ]
    made.save()
    return OfferPage.objects.get(pk=made.pk).specific


def sent(operator, offer, **changes):
    html = operator.get(edit(offer)).content
    return operator.post(edit(offer), written(html, **changes, **{"action-publish": "1"}))


def test_overlapping_hours_are_refused_at_the_row(operator, offer):
    page = sent(operator, offer, **{"opening_hours-1-opens": "14:00"})
    assert page.status_code == 200
    assert "Det overlapper en anden linje (10–15)" in page.content.decode()
    assert sorted(offer.opening_hours.values_list("opens", flat=True)) == [time(10), time(16)]


def test_hours_side_by_side_are_kept(operator, offer):
    assert sent(operator, offer, **{"opening_hours-1-opens": "15:00"}).status_code == 302
    assert sorted(offer.opening_hours.values_list("opens", flat=True)) == [time(10), time(15)]


def test_a_row_that_is_taken_away_overlaps_nothing(operator, offer):
    changes = {"opening_hours-1-opens": "14:00", "opening_hours-0-DELETE": "on"}
    assert sent(operator, offer, **changes).status_code == 302


def test_a_meeting_that_replaces_none_is_refused(operator, offer):
    page = sent(operator, offer, **{"sessions-1-instead_of": "2026-12-02"})
    assert "Ingen række har en mødegang den dag" in page.content.decode()


def test_how_a_meeting_repeats_is_chosen_in_words_and_what_was_written_otherwise_stays(operator, offer):
    Session.objects.filter(rule="FREQ=WEEKLY").update(rule="FREQ=DAILY;INTERVAL=10")
    form = BeautifulSoup(operator.get(edit(offer)).content, "html.parser")
    chosen = form.select_one("select[name=sessions-0-rule]")
    words = {option["value"]: option.get_text() for option in chosen.select("option")}
    assert words["FREQ=WEEKLY;INTERVAL=2"] == "hver anden uge fra den første dag"
    assert words["FREQ=MONTHLY;BYDAY=-1"] == "den sidste i måneden"
    assert [option["value"] for option in chosen.select("option[selected]")] == ["FREQ=DAILY;INTERVAL=10"]
    Session.objects.filter(rule="").delete()
    assert sent(operator, offer).status_code == 302
    assert offer.sessions.get().rule == "FREQ=DAILY;INTERVAL=10"


@pytest.mark.parametrize(
    ("how_often", "days", "rule"),
    [
        ("FREQ=WEEKLY;INTERVAL=2", [], "FREQ=WEEKLY;INTERVAL=2"),
        ("FREQ=WEEKLY", ["TH", "MO"], "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("FREQ=MONTHLY;BYDAY=-1", ["FR"], "FREQ=MONTHLY;BYDAY=-1FR"),
        ("FREQ=MONTHLY;BYDAY=3", [], "FREQ=MONTHLY;BYDAY=3TH"),
    ],
)
def test_a_rule_is_built_of_how_often_and_on_which_days(operator, offer, how_often, days, rule):
    Session.objects.filter(rule="").delete()
    chosen = {"sessions-0-rule": how_often, "sessions-0-rule_days": days, "sessions-0-day": "2026-11-19"}
    assert sent(operator, offer, **chosen).status_code == 302
    assert offer.sessions.get().rule == rule
    form = BeautifulSoup(operator.get(edit(offer)).content, "html.parser")
    assert form.select_one("select[name=sessions-0-rule] option[selected]")["value"] == how_often


def test_a_series_ends_on_the_last_day_that_is_written(operator, offer):
    assert sent(operator, offer, **{"sessions-0-until": "2026-12-10"}).status_code == 302
    series = offer.sessions.get(rule="FREQ=WEEKLY")
    assert series.as_value().rule == "FREQ=WEEKLY;UNTIL=20261210"
    assert series.repeats == "hver torsdag"


def test_the_form_says_what_the_times_come_to_and_what_is_worth_a_look(operator, offer):
    text = BeautifulSoup(operator.get(edit(offer)).content, "html.parser").get_text(" ")
    assert "De næste gange" in text
    assert "Hver torsdag kl. 19, næste gang" in text
    assert "Mandag kl. 10–15" in text
    assert "Ingen har fortalt, om der er åbent på helligdage." in text
    OfferPage.objects.filter(pk=offer.pk).update(on_holidays="closed")
    offer.refresh_from_db()
    assert worth_a_look(offer.schedule, date(2026, 11, 19)) == []


def test_a_rule_that_gives_no_day_is_refused(operator, offer):
    page = sent(operator, offer, **{"sessions-0-rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"})
    assert "Reglen kan ikke følges" in page.content.decode()
