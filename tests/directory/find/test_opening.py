"""Offers that are open: chosen in the panel, or wished for in words."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from directory.find.opening import window
from directory.models import Closure, CrisisWords, OpeningHours
from tests.directory.reading import get, text_of, titles_of
from tests.factories import DropInCentreFactory


@pytest.fixture
def cafes(owner, committed):
    """One that is open all day today, and one that is tomorrow."""
    today = timezone.localdate()
    with committed():
        for title, day in (("I dagcaféen", today), ("I morgencaféen", today + timedelta(days=1))):
            offer = DropInCentreFactory(title=title, parent=owner)
            offer.opening_hours = [OpeningHours(weekday=day.weekday(), opens=time(0), closes=time(23, 59))]
            offer.on_holidays = "usual"
            offer.save()
        DropInCentreFactory(title="Uden tider", parent=owner)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?aabent=nu", ["I dagcaféen"]),
        ("?aabent=idag", ["I dagcaféen"]),
        ("?aabent=imorgen", ["I morgencaféen"]),
        ("?q=åbent nu", ["I dagcaféen"]),
        ("?q=i morgen tidlig", ["I morgencaféen"]),
        ("?q=i overmorgen", []),
        ("?q=åbent nu&aabent=imorgen", ["I morgencaféen"]),
        ("?aabent=engang", ["I dagcaféen", "I morgencaféen", "Uden tider"]),
    ],
)
def test_only_what_is_open_is_found(client, cafes, asked, found):
    page = get(client, f"/find-tilbud/{asked}")
    assert sorted(titles_of(page)) == found


@pytest.mark.django_db
def test_a_wish_in_words_is_said_and_can_be_taken_back(client, cafes):
    page = get(client, "/find-tilbud/?q=åbent nu")
    assert "Fra din tekst: Åbent nu" in text_of(page)
    assert "ikke=%C3%A5bent+nu" in page.content.decode()


@pytest.mark.django_db
def test_an_hour_that_was_read_is_said_with_its_day(client, cafes):
    page = get(client, "/find-tilbud/?q=i morgen mellem 10 og 14")
    assert titles_of(page)[0] == "I morgencaféen"
    assert "Fra din tekst: Åbent i morgen kl. 10–14" in text_of(page)


@pytest.mark.django_db
def test_english_words_are_read_and_said_on_english_pages(client, weekly):
    page = get(client, "/en/find-tilbud/?q=on sunday evening")
    assert hits_and_beside(page)[0] == ["Fyret"]
    assert "From your words: Sunday in the evening" in text_of(page)


@pytest.mark.django_db
def test_what_opens_first_stands_first(client, cafes):
    assert titles_of(get(client, "/find-tilbud/?sorter=foerst")) == ["I dagcaféen", "I morgencaféen", "Uden tider"]


@pytest.fixture
def weekly(owner, committed):
    """Three that all tell of Sunday evening, and are open on Monday evening, Sunday evening and Sunday before noon."""
    with committed():
        for title, weekday, opens in (("Broen", 0, 18), ("Fyret", 6, 18), ("Kajen", 6, 8)):
            offer = DropInCentreFactory(title=title, parent=owner, teaser="Kom, når søndag aften er lang.")
            # Easter is on Sundays, too.
            offer.on_holidays = "usual"
            offer.opening_hours = [OpeningHours(weekday=weekday, opens=time(opens), closes=time(opens + 3))]
            offer.save()


@pytest.fixture
def closed(owner, committed):
    """One that is closed for now, one on holiday over the next Sundays, and one that is always open."""
    today = timezone.localdate()
    with committed():
        for title, fields in (
            ("Broen", {"state": "closed"}),
            ("Fyret", {"closures": [Closure(first_day=today, last_day=today + timedelta(days=30))]}),
            ("Kajen", {}),
        ):
            offer = DropInCentreFactory(title=title, parent=owner, on_holidays="usual", **fields)
            offer.opening_hours = [OpeningHours(weekday=day, opens=time(0), closes=time(0)) for day in range(7)]
            offer.save()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked", ["?q=søndag aften", "?hvornaar=day-6", "?hvornaar=evening", "?q=åbent i nat", "?q=i morgen kl. 3.30"]
)
def test_what_is_closed_these_weeks_is_found_by_no_day_and_no_part_of_one(client, closed, asked):
    assert hits_and_beside(get(client, f"/find-tilbud/{asked}"))[0] == ["Kajen"]


def hits_and_beside(page):
    hits, _heading, beside = page.content.decode().partition('id="more"')
    return [[name for name in ("Broen", "Fyret", "Kajen") if f">{name}<" in part] for part in (hits, beside)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("søndag aften", ["Fyret"]),
        ("søndag", ["Fyret", "Kajen"]),
        ("lang søndagsaften", ["Fyret"]),
        ("i weekenden", ["Fyret", "Kajen"]),
        ("på hverdage", ["Broen"]),
        ("mandag aften eller søndag formiddag", ["Broen", "Kajen"]),
        ("lang aften", ["Broen", "Fyret"]),
        ("jeg er alene hver søndag aften", ["Broen", "Fyret", "Kajen"]),
    ],
)
def test_a_weekday_or_a_part_of_the_day_in_words_finds_what_is_open_then(client, weekly, text, found):
    assert hits_and_beside(get(client, f"/find-tilbud/?q={text}"))[0] == found


@pytest.mark.django_db
def test_where_nothing_that_fits_is_open_then_what_fits_is_found_and_it_is_said(client, weekly):
    page = get(client, "/find-tilbud/?q=lang tirsdag aften")
    assert hits_and_beside(page)[0] == ["Broen", "Fyret", "Kajen"]
    assert "Vi kender ikke noget af den slags, der har åbent da." in text_of(page)
    assert "Fra din tekst" not in text_of(page)


@pytest.mark.django_db
def test_what_a_choice_counts_does_not_hang_on_what_the_choice_leaves(client, weekly):
    # Nothing that is free is open then, though something is: the words still narrow.
    page = get(client, "/find-tilbud/?q=lang søndag aften&gratis=ja")
    assert "0 tilbud" in text_of(page)


@pytest.mark.django_db
def test_where_little_is_open_then_others_stand_beside_and_it_is_said(client, weekly):
    page = get(client, "/find-tilbud/?q=søndag aften")
    assert hits_and_beside(page) == [["Fyret"], ["Broen", "Kajen"]]
    assert "De passer ikke med dit valg: søndag aften" in text_of(page)
    assert "Fra din tekst: Søndag aften" in text_of(page)


@pytest.mark.django_db
def test_where_little_is_open_now_what_is_open_at_other_times_stands_beside(client, cafes):
    page = get(client, "/find-tilbud/?q=åbent nu")
    assert "De har åbent på andre tidspunkter." in text_of(page)
    assert "I morgencaféen" in text_of(page)


@pytest.mark.django_db
def test_words_of_time_that_were_taken_back_neither_narrow_nor_are_demanded(client, weekly):
    page = get(client, "/find-tilbud/?q=lang onsdag aften&ikke=onsdag aften")
    assert hits_and_beside(page)[0] == ["Broen", "Fyret", "Kajen"]
    assert "Fra din tekst" not in text_of(page)


@pytest.mark.django_db
def test_a_choice_of_days_goes_before_the_words_and_finds_as_many_as_it_counted(client, weekly):
    page = get(client, "/find-tilbud/?q=lang søndag aften&hvornaar=day-0")
    assert hits_and_beside(page)[0] == ["Broen"]


@pytest.mark.django_db
def test_words_of_time_are_heard_where_they_tell_of_a_crisis(client, owner, committed):
    with committed():
        CrisisWords.objects.create(topic="life", phrases="sidste aften\ntale i nat\nlast evening")
    for text, said in (
        ("sidste aften", "Om aftenen"),
        ("tale i nat", "Åbent i dag, om natten"),
        ("last evening", "Om aftenen"),
    ):
        page = get(client, f"/find-tilbud/?q={text}")
        assert f"Fra din tekst: {said}" in text_of(page)
        assert 'href="tel:112"' in page.content.decode()


def test_of_a_part_of_today_what_is_left_is_asked_for_and_of_the_evening_up_to_midnight():
    evening = window("tomorrow", "evening")
    assert (evening.ends - evening.begins) == timedelta(hours=7)
    left = window("today", "evening")
    assert left.begins < left.ends
    assert left.ends.time() == time(0)
    assert window("sometime").begins is None


@pytest.mark.parametrize(("hour", "nights"), [(2, 0), (14, 1), (23, 1)])
def test_until_the_morning_comes_tonight_is_the_night_that_is_now(monkeypatch, hour, nights):
    now = datetime(2026, 12, 24, hour)
    monkeypatch.setattr("directory.find.opening.local_now", lambda: now)
    night = window("today", "night")
    assert night.ends == datetime(2026, 12, 24 + nights, 5)
    assert night.begins == max(now, datetime(2026, 12, 24 + nights))


def test_hours_are_asked_for_as_they_were_said():
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert window("tomorrow", clock=(time(19), None)).begins == datetime.combine(tomorrow, time(19))
    late = window("tomorrow", clock=(time(17), time(0)))
    assert (late.begins.hour, late.ends) == (17, datetime.combine(tomorrow + timedelta(days=1), time(0)))
