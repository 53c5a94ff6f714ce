"""The calendar as pages: a day, a week and a month of any search, for the notice board, and for a screen on a wall."""

from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import search
from directory.calendar import page
from directory.calendar.period import after, before, period_of
from directory.models import OpeningHours, Session
from directory.sites.address import Address
from tests.directory.reading import get, words_of
from tests.factories import DropInCentreFactory, NeedFactory, PlaceFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 30)


def day(ahead):
    return timezone.localdate() + timedelta(days=ahead)


def open_daily(owner, title, **facts):
    made = DropInCentreFactory(title=title, parent=owner, on_holidays="usual", **facts)
    made.opening_hours = [OpeningHours(weekday=number, opens=time(10), closes=time(15)) for number in range(7)]
    made.save()
    return made


def meeting(owner, title, ahead, **facts):
    made = DropInCentreFactory(title=title, parent=owner, **facts)
    Session.objects.create(offer=made.offerpage_ptr, day=day(ahead), starts="19:00", ends="21:00")
    return made


def asked(**data):
    return Address.of(**data)


@pytest.mark.parametrize(
    ("told", "first", "last", "moved"),
    [
        ({}, date(2026, 12, 30), date(2027, 1, 3), False),
        ({"calendar_view": "dag"}, TODAY, TODAY, False),
        ({"calendar_view": "maaned"}, TODAY, date(2026, 12, 31), False),
        ({"calendar_view": "maaned", "first_day": "2027-02-14"}, date(2027, 2, 1), date(2027, 2, 28), False),
        ({"first_day": "2027-01-05"}, date(2027, 1, 4), date(2027, 1, 10), False),
        ({"calendar_view": "dag", "first_day": "2026-12-01"}, TODAY, TODAY, True),
        ({"calendar_view": "dag", "first_day": "2099-01-01"}, date(2027, 12, 30), date(2027, 12, 30), True),
        ({"calendar_view": "aar", "first_day": "2026-02-31"}, TODAY, date(2027, 1, 3), True),
        ({"first_day": "i morgen"}, TODAY, date(2027, 1, 3), True),
    ],
)
def test_a_period_is_the_nearest_that_is_known_and_says_when_it_is_another(told, first, last, moved):
    period = period_of(asked(**told), TODAY)
    assert (period.first, period.last, period.moved) == (first, last, moved)


def test_week_53_has_its_number_and_is_turned_over_into_week_1():
    period = period_of(asked(), TODAY)
    assert "53" in period.heading
    following = period_of(asked(first_day=str(after(period, TODAY))), TODAY)
    assert following.heading.split(",")[0].endswith(" 1")
    assert before(period, TODAY) is None
    assert before(following, TODAY) == date(2027, 1, 3)


def test_a_year_ahead_nothing_can_be_turned_over():
    assert after(period_of(asked(first_day="2027-12-30"), TODAY), TODAY) is None


def test_a_week_holds_hours_and_meetings_by_the_clock(client, owner):
    open_daily(owner, "Huset")
    meeting(owner, "Skovtur", 0)
    text = words_of(get(client, "/kalender/"))
    assert text.index("10–15 Huset") < text.index("19–21 Skovtur")


def test_a_month_holds_meetings_alone(client, owner):
    open_daily(owner, "Huset")
    meeting(owner, "Skovtur", 0)
    text = words_of(get(client, "/kalender/?vis=maaned"))
    assert "Skovtur" in text
    assert "Huset" not in text
    assert "Åbningstider står under dag og uge." in text


def test_a_meeting_that_is_called_off_is_shown_as_called_off(client, owner):
    made = meeting(owner, "Skovtur", 0)
    Session.objects.filter(offer=made.pk).update(cancelled=True)
    assert "Skovtur Aflyst" in words_of(get(client, "/kalender/?vis=dag"))


def test_another_week_is_one_link_away(client, owner):
    meeting(owner, "Skovtur", 7)
    first = get(client, "/kalender/")
    assert "Skovtur" not in words_of(first)
    link = BeautifulSoup(first.content, "html.parser").select_one("a[rel=next]")["href"]
    assert "Skovtur" in words_of(get(client, f"/kalender/{link}"))


def test_a_day_that_is_past_leads_to_the_nearest_with_a_word_about_it(client, owner):
    text = words_of(get(client, "/kalender/?vis=dag&fra=2001-01-01"))
    assert "Den dag, der blev spurgt om, kender vi ikke. Her er den nærmeste." in text


def test_any_search_has_its_calendar(client, owner, committed):
    with committed():
        need, other = NeedFactory(name="Natur", slug="natur"), NeedFactory(name="Ro", slug="ro")
        meeting(owner, "Skovtur", 0, needs=[need])
        meeting(owner, "Yoga", 0, needs=[other])
    page_of_need = get(client, "/kalender/?behov=natur")
    text = words_of(page_of_need)
    assert "Skovtur" in text
    assert "Yoga" not in text
    hrefs = [link["href"] for link in BeautifulSoup(page_of_need.content, "html.parser").select("main a[href]")]
    assert any("kalender.ics?behov=natur" in href for href in hrefs)
    assert any("/skaerm/?behov=natur" in href for href in hrefs)
    assert any(href.startswith("?") and "vis=dag" in href and "behov=natur" in href for href in hrefs)
    assert "Yoga" not in words_of(get(client, "/kalender/skaerm/?behov=natur"))


def test_without_a_search_engine_the_calendar_of_all_is_there(client, owner, monkeypatch):
    meeting(owner, "Skovtur", 0)

    def out():
        raise search.SearchUnavailable

    monkeypatch.setattr(page, "engine", out)
    assert "Skovtur" in words_of(get(client, "/kalender/"))
    assert client.get("/kalender/?behov=natur&gratis=ja", headers={"host": "vejle.localhost"}).status_code in {200, 503}
    assert client.get("/kalender/?q=skov", headers={"host": "vejle.localhost"}).status_code == 503


def test_words_of_ones_own_are_in_no_title_and_no_cache(client, owner):
    found = get(client, "/kalender/?q=selvmord")
    assert "selvmord" not in BeautifulSoup(found.content, "html.parser").title.get_text()
    assert "no-store" in found.headers["Cache-Control"]


def test_more_offers_ask_no_more_of_the_database(client, owner):
    def queries():
        with CaptureQueriesContext(connection) as asked_for:
            get(client, "/kalender/")
        return len(asked_for)

    open_daily(owner, "Hus 0", place=PlaceFactory())
    queries()
    few = queries()
    for number in range(1, 8):
        open_daily(owner, f"Hus {number}", place=PlaceFactory())
    # Those that are new are read once, in as many queries as one of them takes.
    assert queries() <= few + 8
    assert queries() <= few + 1


def test_what_there_is_no_room_for_is_counted(client, owner, monkeypatch):
    monkeypatch.setattr(page, "MAX_ROWS", 2)
    for number in range(3):
        open_daily(owner, f"Hus {number}")
    assert "Der er ikke plads til 1 tid mere." in words_of(get(client, "/kalender/?vis=dag"))


def test_an_address_full_of_nonsense_is_answered(client, owner):
    for query in (
        "vis=%00&fra=%00",
        "fra=9999-12-31&vis=maaned",
        "vis=uge&vis=dag&fra=",
        "fra=0001-01-01",
        "sted=xx&km=9",
    ):
        assert get(client, f"/kalender/?{query}").status_code == 200
        assert get(client, f"/kalender/skaerm/?{query}").status_code == 200


def turns(screen):
    """After how many seconds it asks again: by a script, and as many without one."""
    page_of_screen = BeautifulSoup(screen.content, "html.parser")
    refresh = page_of_screen.select("noscript meta[http-equiv=refresh]")
    assert [one["content"] for one in refresh] == [one["data-seconds"] for one in page_of_screen.select("[data-turn]")]
    return [one["content"] for one in refresh]


def test_a_screen_shows_today_and_tomorrow_and_turns_by_itself_until_it_is_stopped(client, owner):
    meeting(owner, "Yoga", 1)
    meeting(owner, "Skovtur", 2)
    screen = get(client, "/kalender/skaerm/")
    text = words_of(screen)
    assert "Yoga" in text
    assert "Skovtur" not in text
    assert turns(screen) == ["300"]
    assert turns(get(client, "/kalender/skaerm/?stop=ja")) == []


def test_a_screen_of_a_search_that_is_stopped_and_turns_again_is_still_of_that_search(client, owner):
    asked = "?adgang=drop_in"
    stop = BeautifulSoup(get(client, f"/kalender/skaerm/{asked}").content, "html.parser").find("a", string="Stop")
    assert stop["href"] == f"{asked}&stop=ja"
    stopped = get(client, f"/kalender/skaerm/{stop['href']}")
    assert turns(stopped) == []
    links = [link["href"] for link in BeautifulSoup(stopped.content, "html.parser").select("footer a")]
    assert links == [asked, f"/kalender/{asked}"]


def test_no_word_of_illness_stands_on_a_wall_or_a_notice_board(client, owner):
    meeting(owner, "Efter selvmord", 0, sensitive=True)
    meeting(owner, "Efter selvmord i morgen", 1, sensitive=True)
    assert "selvmord" not in words_of(get(client, "/kalender/skaerm/"))
    page_of_day = BeautifulSoup(get(client, "/kalender/?vis=dag").content, "html.parser")
    assert "vv-no-print" in page_of_day.find("a", string="Efter selvmord").find_parent("li")["class"]


def test_a_secret_address_is_on_no_page(client, owner):
    meeting(owner, "Kreds", 0, place=PlaceFactory(street="Hemmelig Sti 7", visibility="secret"))
    for address in ("/kalender/", "/kalender/skaerm/"):
        assert "Hemmelig Sti" not in words_of(get(client, address))


def test_the_neighbour_is_not_there(client, owner):
    meeting(owner, "Vores", 0)
    neighbour = DropInCentreFactory(title="Naboens")
    Session.objects.create(offer=neighbour.offerpage_ptr, day=day(0), starts="10:00")
    assert "Naboens" not in words_of(get(client, "/kalender/"))
