"""A course that is over: out of the search, in no list of hits, and its page says so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from directory.indexing.source import offers
from directory.models import Closure, OfferPage, OpeningHours, Session
from tests.directory.reading import get, words_of
from tests.factories import OFFER_FACTORIES, PlaceFactory

pytestmark = pytest.mark.django_db


def course(owner, *meetings, **facts):
    """A course with meetings so many days from today."""
    where = {"parent": owner} if owner else {}
    made = OFFER_FACTORIES["group_course"](**where, title="Sov bedre", **facts)
    for days in meetings:
        Session.objects.create(offer=made.offerpage_ptr, day=day(days), starts="10:00")
    return made


def day(ahead):
    return timezone.localdate() + timedelta(days=ahead)


def found():
    return list(offers().values_list("title", flat=True))


@pytest.mark.parametrize(
    ("ends", "meetings", "there"),
    [(-1, (), False), (0, (), True), (-1, (5,), False), (5, (-5,), True), (None, (-5,), False), (None, (-5, 0), True),
     (None, (), True)],
)  # fmt: skip
def test_a_course_is_found_until_its_last_day_or_its_last_meeting(owner, ends, meetings, there):
    made = course(owner, *meetings, ends_on=None if ends is None else day(ends))
    assert found() == (["Sov bedre"] if there else [])
    assert made.has_ended_by(timezone.localdate()) is not there


def test_a_course_that_repeats_or_has_hours_goes_on(owner):
    series = course(owner)
    Session.objects.create(offer=series.offerpage_ptr, day=day(-50), starts="10:00", rule="FREQ=WEEKLY")
    weekly = course(owner, -5, slug="sov-igen")
    weekly.opening_hours = [OpeningHours(weekday=0, opens="10:00", closes="12:00")]
    weekly.save()
    assert len(found()) == 2


def test_another_kind_with_an_old_meeting_stays(owner):
    house = OFFER_FACTORIES["drop_in_centre"](parent=owner, title="Huset")
    Session.objects.create(offer=house.offerpage_ptr, day=day(-5), starts="10:00")
    assert found() == ["Huset"]


def test_the_page_of_a_course_that_is_over_says_so(client, owner):
    made = course(owner, ends_on=day(-1))
    text = words_of(get(client, made.get_url_parts()[2]))
    assert "Det her er slut" in text
    assert OfferPage.objects.shown().filter(pk=made.pk).exists()


def test_the_page_of_a_course_that_is_over_leads_to_what_is_like_it(client, owner, committed):
    with committed():
        made = course(owner, ends_on=day(-1))
        course(owner, ends_on=day(9), slug="sov-igen")
    assert "Prøv i stedet" in words_of(get(client, made.get_url_parts()[2]))


def test_the_page_of_a_course_that_is_over_names_its_next_run_and_no_other(client, owner):
    made = course(owner, ends_on=day(-1))
    address = made.get_url_parts()[2]
    assert "Næste gang:" not in words_of(get(client, address))
    course(owner, slug="sov-sidst", starts_on=day(-60), ends_on=day(-30))
    course(owner, slug="sov-senere", starts_on=day(60), ends_on=day(90))
    soon = course(owner, slug="sov-igen", starts_on=day(20), ends_on=day(50))
    hidden = course(owner, slug="sov-skjult", starts_on=day(10), ends_on=day(50))
    hidden.unpublish()
    course(None, slug="sov-andre", starts_on=day(5))
    page = get(client, address)
    assert "Næste gang: Sov bedre" in words_of(page)
    assert f'href="{soon.get_url_parts()[2]}"' in page.content.decode()
    assert "Næste gang:" not in words_of(get(client, soon.get_url_parts()[2]))


def test_a_closed_place_leads_to_what_is_open_now(client, owner, committed):
    with committed():
        closed, open_now = (
            OFFER_FACTORIES["drop_in_centre"](parent=owner, title=title) for title in ("Lukket hus", "Åbent hus")
        )
        for house in (closed, open_now):
            house.opening_hours = [OpeningHours(weekday=number, opens="00:00", closes="23:59") for number in range(7)]
            house.save()
        Closure.objects.create(offer=closed.offerpage_ptr, first_day=day(0), last_day=day(0), note="Vi maler.")
        closed.refresh_from_db()
    text = words_of(get(client, closed.get_url_parts()[2]))
    assert "Lukket i dag" in text
    assert "Vi maler." in text
    assert "Åbent hus" in text[text.index("Prøv i stedet") :]
    assert "Prøv i stedet" not in words_of(get(client, open_now.get_url_parts()[2]))


def house_at(owner, title, lat, visibility="public"):
    made = OFFER_FACTORIES["drop_in_centre"](
        parent=owner, title=title, place=PlaceFactory(lat=lat, lon=9.5, visibility=visibility)
    )
    made.opening_hours = [OpeningHours(weekday=number, opens="00:00", closes="23:59") for number in range(7)]
    made.save()
    return made


def close_today(offer):
    Closure.objects.create(offer=offer.offerpage_ptr, first_day=day(0), last_day=day(0))
    offer.refresh_from_db()


def test_of_what_is_open_the_nearest_comes_first(client, owner, committed):
    with committed():
        closed, *_others = (
            house_at(owner, title, lat)
            for title, lat in (
                ("Lukket hus", 55.70),
                ("Borte", 55.99),
                ("Nabo", 55.71),
                ("Midt", 55.80),
                ("Fjern", 56.5),
            )
        )
        close_today(closed)
    text = words_of(get(client, closed.get_url_parts()[2]))
    text = text[text.index("Prøv i stedet") :]
    assert text.index("Nabo") < text.index("Midt") < text.index("Borte")
    assert "Fjern" not in text


def test_the_order_does_not_give_a_secret_address_away(client, owner, committed):
    with committed():
        closed = house_at(owner, "Lukket hus", 55.70, "secret")
        house_at(owner, "Lukket hus i byen", 56.5), house_at(owner, "Nabo", 55.71)
        close_today(closed)
    text = words_of(get(client, closed.get_url_parts()[2]))
    text = text[text.index("Prøv i stedet") :]
    assert text.index("Lukket hus i byen") < text.index("Nabo")
