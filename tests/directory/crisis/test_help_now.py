"""The page of those who cannot wait: whom to call, first who always answers, and where to go."""

import re
from collections import Counter
from datetime import time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone

from directory.models import Helpline, HelplineHours, OpeningHours
from directory.seed_data import seed_data
from directory.seeds.helplines import HelplineSeeds
from directory.seeds.writing import write
from tests.directory.reading import get, words_of
from tests.factories import DropInCentreFactory, NeedFactory, OrganisationFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def test_the_number_that_always_answers_stands_first(client, vejle):
    Helpline.objects.create(name="Linjen", number="70112233", topics="life", always_open=True, priority=1)
    response = get(client, "/hjaelp-nu/")
    numbers = [a["href"] for a in BeautifulSoup(response.content, "html.parser").select("main a[href^=tel]")]
    assert numbers[:2] == ["tel:112", "tel:+4570112233"]
    assert "Åben nu" not in words_of(response)


def test_a_line_says_of_itself_what_its_source_says_and_no_more(client, vejle):
    write(HelplineSeeds())
    told = {row["name"]: (row["anonymous"], row["asks_for_cpr"]) for row in seed_data("helplines.json")}
    assert {row.name: (row.anonymous, row.asks_for_cpr) for row in Helpline.objects.all()} == told
    lines = BeautifulSoup(get(client, "/hjaelp-nu/").content, "html.parser").select(".vv-lines > li")
    (livslinien, *_rest) = [line.get_text(" ") for line in lines if "Livslinien" in line.get_text()]
    assert "cpr" not in livslinien
    assert "dit navn" not in livslinien


def test_a_line_that_is_no_more_is_not_there(client, vejle):
    past = timezone.localdate() - timedelta(days=1)
    Helpline.objects.create(name="Nedlagt", number="70112233", topics="life", always_open=True, valid_to=past)
    assert "Nedlagt" not in words_of(get(client, "/hjaelp-nu/"))


def test_it_leaves_no_trace_and_can_be_left_quickly(client, vejle):
    response = get(client, "/hjaelp-nu/")
    assert response.headers["Cache-Control"] == "no-store"
    assert BeautifulSoup(response.content, "html.parser").select_one("a[data-exit]")


def names_on(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [name.get_text() for name in soup.select("main section .vv-lines strong[lang=da]")]


@pytest.mark.parametrize("checked", [False, True], ids=["nobody has dialled", "somebody has dialled"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_nothing_is_said_twice_and_nothing_against_it(client, vejle, checked, language):
    write(HelplineSeeds())
    if checked:
        Helpline.objects.update(verified_on=timezone.localdate())
    said = words_of(get(client, f"{language}/hjaelp-nu/"))
    sentences = Counter(part.strip() for part in re.split(r"(?<=[.?!])\s", said) if len(part.split()) > 3)
    # What holds now is told of each line.
    status = {"Åbent nu.", "De svarer hele døgnet.", "Open now.", "They answer day and night."}
    assert {part for part, times in sentences.items() if times > 1} <= status
    assert checked or not re.search(r"døgnet|[Åå]bent nu|day and night\.|Open now", said)


def test_a_line_stands_under_what_it_is_for_before_all_and_once(client, vejle):
    Helpline.objects.create(name="Lægen", number="70110707", topics="acute life")
    Helpline.objects.create(name="For børn", number="70110708", topics="children life violence acute")
    response = get(client, "/hjaelp-nu/")
    assert names_on(response) == ["Lægen", "For børn"]
    assert "Jeg er barn eller ung" in words_of(response)


def test_people_are_led_to_the_lines_own_page_and_never_to_where_we_read_it(client, vejle):
    write(HelplineSeeds())
    outside = {
        a["href"] for a in BeautifulSoup(get(client, "/hjaelp-nu/").content, "html.parser").select("main a[href^=http]")
    }
    rows = seed_data("helplines.json")
    assert outside <= {row["own_url"] for row in rows}
    assert outside & {row["own_url"] for row in rows if row["own_url"]}


def test_in_english_lines_are_told_of_in_english_and_their_names_are_marked_as_danish(client, vejle):
    write(HelplineSeeds())
    soup = BeautifulSoup(get(client, "/en/hjaelp-nu/").content, "html.parser")
    assert "Talk to someone about thoughts of dying." in soup.get_text()
    assert soup.select(".vv-lines span[lang=da]") == []
    assert {name.get_text() for name in soup.select("strong[lang=da]")} >= {"Livslinien", "Giftlinjen"}


@pytest.mark.parametrize("slug", ["vejle", "aarhus"])
def test_lines_of_another_region_do_not_stand_on_a_municipalitys_page(client, vejle, slug):
    vejle.slug = slug
    vejle.save()
    for region in ("Region Syddanmark", "Region Midtjylland"):
        Helpline.objects.create(name=f"Lægen i {region}", number="70110707", topics="acute", region=region)
    own = {"vejle": "Region Syddanmark", "aarhus": "Region Midtjylland"}[slug]
    assert names_on(get(client, "/hjaelp-nu/")) == [f"Lægen i {own}"]


def all_week(offer, opens, closes):
    offer.opening_hours = [OpeningHours(weekday=day, opens=opens, closes=closes) for day in range(7)]
    offer.save()
    return offer


def test_offers_for_an_acute_crisis_here_stand_there_and_those_of_others_do_not(client, vejle):
    need = NeedFactory(name="Akut krise")
    elsewhere = OrganisationFactory(title="Andetsteds")
    for title, parent in (
        ("Akuttilbuddet", OrganisationFactory(title="Huset", parent=vejle)),
        ("Langt væk", elsewhere),
    ):
        DropInCentreFactory(title=title, parent=parent, needs=[need], phone="75123456")
    said = words_of(get(client, "/hjaelp-nu/"))
    assert "Akuttilbuddet" in said
    assert "Langt væk" not in said


def test_help_beside_you_is_where_hours_are_told_and_open_now_comes_first(client, vejle):
    owner = OrganisationFactory(title="Huset", parent=vejle)
    helping = {"parent": owner, "screen_help": "yes"}
    shut = DropInCentreFactory(title="Altid lukket nu", place=PlaceFactory(), **helping)
    shut.opening_hours = [
        OpeningHours(weekday=(timezone.localdate().weekday() + 2) % 7, opens=time(9), closes=time(10))
    ]
    shut.save()
    all_week(DropInCentreFactory(title="Åbent hele tiden", place=PlaceFactory(), **helping), time(0), time(23, 59))
    DropInCentreFactory(title="Uden tider", place=PlaceFactory(), **helping)
    all_week(DropInCentreFactory(title="Hjælper ikke", place=PlaceFactory(), parent=owner), time(0), time(23, 59))
    soup = BeautifulSoup(get(client, "/hjaelp-nu/").content, "html.parser")
    assert [a.get_text() for a in soup.select(".vv-beside > li > a.vv-tap")] == ["Åbent hele tiden", "Altid lukket nu"]


def test_no_words_about_a_line_may_tell_hours():
    line = Helpline(name="Linjen", number="70112233", topics="life", about="De svarer hele døgnet.")
    line.hours = [HelplineHours(weekday=0, opens=time(9), closes=time(10))]
    with pytest.raises(ValidationError) as refused:
        line.full_clean()
    assert set(refused.value.message_dict) == {"about"}
