"""What the times of a form come to while somebody writes them, before anything is saved."""

import json
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from directory.models import OfferPage
from directory.times.schedule import days_from
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def rows(name, *told):
    """Rows of times as a form sends them."""
    fields = {f"{name}-{place}-{field}": value for place, row in enumerate(told) for field, value in row.items()}
    return {f"{name}-TOTAL_FORMS": str(len(told)), f"{name}-INITIAL_FORMS": "0", **fields}


def hours(day, opens, closes, **more):
    return {"weekday": str(day), "opens": opens, "closes": closes, "rhythm": "weekly", **more}


def told(client, kind="drop_in_centre", **data):
    answer = client.post(reverse("preview_times", args=[kind]), data)
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(page.get_text(" ").split()), len(page.select("li")) - len(page.select("ul li"))


def test_hours_are_said_as_people_say_them_with_the_next_ten_dates(operator):
    week = [hours(day, "10:00", "15:00") for day in range(5)]
    text, dates = told(operator, on_holidays="closed", **rows("opening_hours", *week))
    assert "Mandag til fredag kl. 10–15" in text
    assert dates == 10


def test_every_second_thursday_is_said_with_its_next_day(operator):
    first = next(day for day in days_from(timezone.localdate() + timedelta(days=8), 7) if day.weekday() == 3)
    series = {"day": str(first), "starts": "19:00", "ends": "21:00", "rule": "FREQ=WEEKLY;INTERVAL=2"}
    text, dates = told(operator, **rows("sessions", series))
    assert f"Hver anden torsdag kl. 19–21, næste gang torsdag den {first.day}. " in text
    assert dates == 10


def test_hours_that_overlap_are_told_before_they_are_saved(operator):
    overlapping = rows("opening_hours", hours(0, "10:00", "15:00"), hours(0, "14:00", "16:00"))
    assert "Det overlapper en anden linje (10–15)" in told(operator, **overlapping)[0]


def test_an_end_before_its_start_and_a_meeting_that_replaces_none_are_told(operator):
    series = {"day": "2026-12-03", "starts": "19:00", "ends": "18:00", "rule": "FREQ=WEEKLY"}
    assert "Mødet slutter, før det begynder." in told(operator, **rows("sessions", series))[0]
    moved = {"day": "2026-12-04", "starts": "19:00", "instead_of": "2026-12-02"}
    whole = series | {"ends": "20:00"}
    assert "Ingen række har en mødegang den dag" in told(operator, **rows("sessions", whole, moved))[0]


def test_a_row_that_is_half_written_or_taken_away_is_no_fault(operator):
    half, gone = hours(0, "10:00", ""), hours(1, "10:00", "15:00", DELETE="1")
    assert told(operator, **rows("opening_hours", half, gone)) == ("", 0)


def test_rows_that_are_saved_already_are_read_as_they_are_written(operator):
    offer = factories.DropInCentreFactory()
    saved = hours(0, "10:00", "15:00", id=str(offer.pk), offer=str(offer.pk))
    text, _dates = told(operator, **rows("opening_hours", saved) | {"opening_hours-INITIAL_FORMS": "1"})
    assert "Mandag kl. 10–15" in text


def test_what_never_happens_and_a_late_deadline_are_worth_a_look(operator):
    over = hours(0, "10:00", "15:00", valid_to="2020-01-01")
    course = {"starts_on": "2099-01-05", "signup_deadline": "2099-01-06"}
    text, _dates = told(operator, kind="group_course", **course, **rows("opening_hours", over))
    assert "Det sker aldrig fra i dag og frem: Mandag kl. 10–15 – indtil 1. januar 2020." in text
    assert "Den sidste dag for tilmelding er efter den første dag." in text
    assert "Ingen har fortalt, om der er åbent på helligdage." in text


@pytest.mark.parametrize("total", ["", "-1", "x", "9" * 400, "1001"])
def test_a_number_of_rows_that_is_none_is_no_error(operator, total):
    assert told(operator, **{"opening_hours-TOTAL_FORMS": total, "sessions-0-rule_days": ["XX"]}) == ("", 0)


def test_nothing_is_saved(operator):
    before = OfferPage.objects.count()
    told(operator, **rows("opening_hours", hours(0, "10:00", "15:00")))
    assert OfferPage.objects.count() == before


def test_only_who_may_enter_the_admin_is_answered_and_only_of_known_kinds(client, operator):
    address = reverse("preview_times", args=["drop_in_centre"])
    assert client.post(address).status_code == 302
    assert operator.get(address).status_code == 405
    assert operator.post(reverse("preview_times", args=["castle"])).status_code == 404


def test_an_editor_of_one_organisation_is_answered_too():
    editor = people.editor("redaktør", factories.OrganisationFactory(), "change_page")
    assert "Mandag kl. 10–15" in told(people.signed_in(editor), **rows("opening_hours", hours(0, "10:00", "15:00")))[0]


def test_dates_are_those_of_the_season(operator):
    summer = hours(5, "10:00", "15:00", first_month="6", last_month="8")
    text, dates = told(operator, on_holidays="usual", **rows("opening_hours", summer))
    assert "Lørdag kl. 10–15 – juni til august" in text
    assert dates == 10
    assert str(date.today().year) in text or str(date.today().year + 1) in text


def test_hours_told_in_words_are_suggested_until_there_are_some(operator):
    words = "Mandag og torsdag kl. 9.30-11.30"
    answer = operator.post(reverse("preview_times", args=["drop_in_centre"]), {"schedule_text": words})
    button = BeautifulSoup(answer.content, "html.parser").select_one("[data-suggested]")
    assert json.loads(button["data-suggested"]) == [[0, "09:30", "11:30"], [3, "09:30", "11:30"]]
    with_rows = told(operator, schedule_text=words, **rows("opening_hours", hours(0, "10:00", "15:00")))
    assert "Tiderne i ord læses" not in with_rows[0]
    assert told(operator, schedule_text="Torsdag efter aftale") == ("", 0)
