"""What is open on a day, by the clock."""

from datetime import datetime, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from directory.models import Closure, OpeningHours, Session
from directory.today import page
from tests.directory.reading import VEJLE, get, words_of
from tests.factories import DropInCentreFactory, NeedFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return timezone.localdate()


def opened(offer, day, opens="10:00", closes="15:00"):
    offer.opening_hours = [
        OpeningHours(weekday=day.weekday(), opens=time.fromisoformat(opens), closes=time.fromisoformat(closes))
    ]
    offer.save()


def test_what_is_open_stands_by_the_clock(client, owner, day):
    opened(DropInCentreFactory(title="Sent", parent=owner), day, "16:00", "20:00")
    opened(DropInCentreFactory(title="Tidligt", parent=owner), day, "08:30", "11:00")
    DropInCentreFactory(title="Uden tider", parent=owner)
    text = words_of(get(client, "/i-dag/"))
    assert text.index("8.30–11 Tidligt") < text.index("16–20 Sent")
    assert "Uden tider" not in text


def test_what_is_closed_or_next_door_is_not_there(client, owner, day):
    closed = DropInCentreFactory(title="Ferielukket", parent=owner)
    opened(closed, day)
    Closure.objects.create(offer=closed.offerpage_ptr, first_day=day, last_day=day)
    opened(DropInCentreFactory(title="Naboen"), day)
    hidden = DropInCentreFactory(title="Kladden", parent=owner)
    opened(hidden, day)
    hidden.unpublish()
    text = words_of(get(client, "/i-dag/"))
    for title in ("Ferielukket", "Naboen", "Kladden"):
        assert title not in text
    assert "Naboen" in words_of(get(client, "/i-dag/", "localhost"))


def test_another_day_can_be_chosen_and_meetings_are_there(client, owner, day):
    tomorrow = day + timedelta(days=1)
    offer = DropInCentreFactory(title="Skovtur", parent=owner)
    Session.objects.create(offer=offer.offerpage_ptr, day=tomorrow, starts="13:00")
    assert "Skovtur" not in words_of(get(client, "/i-dag/"))
    assert "Skovtur" in words_of(get(client, f"/i-dag/?dag={tomorrow.isoformat()}"))


def test_the_night_cafe_of_yesterday_is_there_while_it_lasts(client, owner, day, monkeypatch):
    opened(DropInCentreFactory(title="Natcaféen", parent=owner), day - timedelta(days=1), "22:00", "02:00")
    for hour, there in ((1, True), (3, False)):
        moment = datetime.combine(day, time(hour))
        monkeypatch.setattr(page, "local_now", lambda moment=moment: moment)
        assert ("22–2 Natcaféen Siden i går" in words_of(get(client, "/i-dag/"))) is there


def test_a_meeting_that_is_called_off_is_said_to_be(client, owner, day):
    offer = DropInCentreFactory(title="Skovtur", parent=owner)
    Session.objects.create(offer=offer.offerpage_ptr, day=day, starts="13:00", cancelled=True)
    assert "13–14 Skovtur Aflyst" in words_of(get(client, "/i-dag/"))


def test_the_meetings_of_a_series_are_there(client, owner, day):
    offer = DropInCentreFactory(title="Strik", parent=owner)
    Session.objects.create(offer=offer.offerpage_ptr, day=day - timedelta(days=14), starts="13:00", rule="FREQ=WEEKLY")
    assert "Strik" in words_of(get(client, "/i-dag/"))


def test_hours_told_for_today_alone_are_there(client, owner, day):
    offer = DropInCentreFactory(title="Åbent hus", parent=owner)
    Closure.objects.create(offer=offer.offerpage_ptr, first_day=day, last_day=day, opens="13:00", closes="15:00")
    assert "13–15 Åbent hus" in words_of(get(client, "/i-dag/"))


@pytest.mark.parametrize("asked", ["x", "2026-02-31", "1900-01-01", "9999-12-31", "\x00", "9" * 4000])
def test_a_day_that_nobody_knows_is_today(client, vejle, asked):
    response = client.get("/i-dag/", {"dag": asked}, HTTP_HOST=VEJLE)
    assert response.status_code == 200
    assert "Vi kender ikke noget" in words_of(response)


def test_a_secret_address_is_not_told(client, owner, day):
    place = PlaceFactory(street="Skjulvej 9", visibility="secret")
    opened(DropInCentreFactory(title="Læ", parent=owner, place=place), day)
    assert "Skjulvej" not in words_of(get(client, "/i-dag/"))


def test_it_takes_the_same_number_of_queries_however_much_is_open(client, owner, day, django_assert_max_num_queries):
    for number in range(12):
        opened(DropInCentreFactory(title=f"Hus {number}", parent=owner), day)
    get(client, "/i-dag/")
    with django_assert_max_num_queries(10):
        get(client, "/i-dag/")


def test_it_says_how_many_have_not_confirmed_their_times(client, owner, day):
    opened(DropInCentreFactory(title="Bekræftet", parent=owner, verified_by="place"), day)
    assert "Tiderne er dem, som stederne har fortalt." in words_of(get(client, "/i-dag/"))
    opened(DropInCentreFactory(title="Læst et sted", parent=owner), day)
    assert "1 sted har ikke bekræftet sine tider." in words_of(get(client, "/i-dag/"))


def test_the_day_can_be_narrowed_by_need_place_and_hour(client, owner, day):
    NeedFactory(name="Mad", slug="mad")
    form = BeautifulSoup(get(client, "/i-dag/").content, "html.parser").select_one('form[action="/kalender/"]')
    assert [field["name"] for field in form.select("[name]")] == ["vis", "fra", "behov", "sted", "hvornaar"]
    assert form.select_one("[name=fra]")["value"] == day.isoformat()
    assert [option["value"] for option in form.select("[name=behov] option")] == ["", "mad"]
    assert [option["value"] for option in form.select("[name=hvornaar] option")] == [
        "",
        "morning",
        "afternoon",
        "evening",
    ]
