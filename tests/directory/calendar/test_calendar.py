"""Calendars as another library reads them: what stands in them, how they change, and what they never tell."""

from datetime import datetime, time, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
import vobject
from django.utils import timezone

from directory.models import OfferPage, OpeningHours, Session
from tests.directory.reading import VEJLE, get, text_of
from tests.factories import OFFER_FACTORIES, DropInCentreFactory, PlaceFactory

pytestmark = pytest.mark.django_db

DENMARK = ZoneInfo("Europe/Copenhagen")


def day(ahead):
    return timezone.localdate() + timedelta(days=ahead)


def read(response):
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return vobject.readOne(response.content.decode())


def events(response):
    return {event.uid.value: event for event in read(response).contents.get("vevent", [])}


def publish(offer):
    offer.save_revision().publish()


@pytest.fixture
def course(owner, committed):
    with committed():
        made = OFFER_FACTORIES["group_course"](
            parent=owner, title="Sov bedre; uden piller, måske", place=PlaceFactory(street="Skovvej 1")
        )
        made.sessions = [
            Session(day=day(3), starts=time(19), ends=time(21), topic="Søvn", rule="FREQ=WEEKLY;COUNT=3"),
            Session(day=day(2), starts=time(10), cancelled=True),
        ]
        publish(made)
    return made


def test_a_course_is_read_as_it_was_written(client, course):
    found = list(events(get(client, f"/kalender/{course.pk}.ics")).values())
    first = next(event for event in found if event.dtstart.value.date() == day(3))
    assert len(found) == 4
    assert first.summary.value == "Sov bedre; uden piller, måske: Søvn"
    assert first.location.value.startswith("Skovvej 1")
    assert first.dtstart.value == datetime.combine(day(3), time(19), DENMARK)
    assert first.dtend.value.astimezone(DENMARK).hour == 21
    assert first.valarm.trigger.value == timedelta(days=-1)
    cancelled = [event for event in found if event.status.value == "CANCELLED"]
    assert [event.dtstart.value.date() for event in cancelled] == [day(2)]


def test_a_calendar_keeps_to_the_standard_and_is_the_same_until_something_changes(client, course):
    for address in ("/kalender.ics", "/kalender.ics?type=association", f"/kalender/{course.pk}.ics"):
        answer = get(client, address)
        lines = answer.content.split(b"\r\n")
        assert lines.pop() == b""
        assert all(len(line) <= 75 and b"\n" not in line for line in lines)
        calendar = read(answer)
        assert calendar.validate(raiseException=True)
        assert {"version", "prodid", "vtimezone"} <= calendar.contents.keys()
        assert all(len(found) == 1 for name, found in calendar.contents.items() if name != "vevent")
        assert get(client, address).content == answer.content


def test_the_time_zone_is_in_the_calendar(client, course):
    text = get(client, "/kalender.ics").content.decode()
    assert "BEGIN:VTIMEZONE" in text
    assert "TZID:Europe/Copenhagen" in text
    assert f"DTSTART;TZID=Europe/Copenhagen:{day(3):%Y%m%d}T190000" in text


def test_a_calendar_that_reads_again_has_the_changed_event_and_no_second_one(client, course, committed):
    before = events(get(client, "/kalender.ics"))
    moved = Session(day=day(11), starts=time(17), instead_of=day(10))
    course.refresh_from_db()
    course.sessions.add(moved)
    with committed():
        publish(course)
        type(course).objects.filter(pk=course.pk).update(last_published_at=timezone.now() + timedelta(minutes=2))
    after = events(get(client, "/kalender.ics"))
    assert before.keys() == after.keys()
    (changed,) = [uid for uid in after if after[uid].dtstart.value != before[uid].dtstart.value]
    assert after[changed].dtstart.value == datetime.combine(day(11), time(17), DENMARK)
    assert int(after[changed].sequence.value) > int(before[changed].sequence.value)


def test_one_meeting_can_be_had_alone(client, course):
    address = f"/kalender/{course.pk}/{day(10):%Y%m%d}.ics"
    (event,) = events(get(client, address)).values()
    assert event.dtstart.value.date() == day(10)
    assert get(client, f"/kalender/{course.pk}/20200101.ics").status_code == 404
    assert address in get(client, course.get_url_parts()[2]).content.decode()


def test_any_search_is_a_calendar_and_what_is_not_understood_is_left_out(client, course):
    assert len(events(get(client, "/kalender.ics?type=group_course&aften=måske&behov=findes-ikke"))) == 4
    empty = read(get(client, "/kalender.ics?type=association"))
    assert "vevent" not in empty.contents
    assert empty.x_wr_calname.value == "Vejviser"


def test_opening_hours_are_what_the_schedule_says_is_open(client, owner, committed):
    with committed():
        cafe = DropInCentreFactory(title="Caféen", parent=owner)
        cafe.opening_hours = [OpeningHours(weekday=number, opens=time(22), closes=time(2)) for number in range(7)]
        publish(cafe)
    spans = {event.dtstart.value.replace(tzinfo=None) for event in events(get(client, "/kalender.ics")).values()}
    held = {span.start for ahead in range(28) for span in cafe.schedule.spans_on(day(ahead))}
    assert spans == held


def test_a_secret_address_and_a_life_stay_out_of_calendars(client, owner, committed):
    with committed():
        hidden = DropInCentreFactory(
            title="Læ", parent=owner, place=PlaceFactory(street="Skjulvej 9", visibility="secret")
        )
        talk = DropInCentreFactory(title="Om vold", parent=owner, sensitive=True)
        for offer in (hidden, talk):
            offer.sessions = [Session(day=day(1), starts=time(10))]
            publish(offer)
    text = get(client, "/kalender.ics").content.decode()
    assert "Skjulvej" not in text
    assert "vold" not in text
    assert "Aftale" in text
    assert get(client, f"/kalender/{talk.pk}.ics").headers["Cache-Control"] == "no-store"
    assert "Om vold" not in get(client, "/nyt.atom").content.decode()


def test_an_offer_s_times_are_told_to_other_directories(client, course, owner):
    answer = get(client, f"/kalender/{course.pk}.json")
    told = [row["description"] for row in answer.json()["schedules"]]
    assert sum("19–21" in words for words in told) == 1
    assert sum(words.startswith("Aflyst: ") for words in told) == 1
    type(course).objects.filter(pk=course.pk).update(state="closed")
    assert get(client, f"/kalender/{course.pk}.json").json() == {"schedules": []}


def test_what_is_not_shown_here_has_no_calendar(client, owner, committed):
    with committed():
        other = DropInCentreFactory(title="Naboen")
    assert get(client, f"/kalender/{other.pk}.json").status_code == 404
    assert get(client, f"/kalender/{other.pk}.ics").status_code == 404
    assert get(client, "/kalender/999999999.ics").status_code == 404


def test_the_page_of_hits_leads_to_its_calendar(client, course):
    page = get(client, "/find-tilbud/?type=group_course")
    assert 'href="/kalender.ics?type=group_course"' in page.content.decode()
    assert "Abonner på tiderne i en kalender" in text_of(page)


def test_a_feed_has_all_that_the_standard_asks_for(client, owner, committed):
    with committed():
        publish(DropInCentreFactory(title="Ét & to <tre>", parent=owner))
    feed = ET.fromstring(get(client, "/nyt.atom").content)  # noqa: S314 - our own answer
    entries = feed.findall("{*}entry")
    assert [entry.findtext("{*}title") for entry in entries] == ["Nyt: Ét & to <tre>"]
    for part in (feed, *entries):
        assert urlsplit(part.findtext("{*}id")).scheme
        assert part.findtext("{*}title")
        assert datetime.fromisoformat(part.findtext("{*}updated")).tzinfo
    assert feed.findtext("{*}author/{*}name")
    assert [link.get("href") for link in feed.findall("{*}link[@rel='self']")] == [f"http://{VEJLE}/nyt.atom"]


def test_the_feed_tells_what_is_new_changed_and_closed(client, owner, committed):
    with committed():
        new, changed, closed = (
            DropInCentreFactory(title=title, parent=owner, live=False, first_published_at=None)
            for title in ("A", "B", "C")
        )
        for offer in (new, changed, closed):
            publish(offer)
        now = {row.pk: row.specific for row in OfferPage.objects.all()}
        now[changed.pk].save_revision().publish()
        now[closed.pk].unpublish()
    text = get(client, "/nyt.atom").content.decode()
    assert all(words in text for words in ("Nyt: A", "Ændret: B", "Lukket: C"))
    narrowed = get(client, "/nyt.atom?type=drop_in_centre").content.decode()
    assert "Nyt: A" in narrowed
    assert "Lukket: C" not in narrowed
