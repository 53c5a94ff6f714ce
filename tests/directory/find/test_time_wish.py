"""Words of time in a search: which of them are a wish, for when, and which only tell how it is."""

from datetime import time

import pytest

from directory.find.time_wish import NO_TIME, TimeWish, read_time


@pytest.mark.parametrize(
    ("text", "typed", "opening", "part"),
    [
        ("værested åbent nu", "åbent nu", "now", ""),
        ("Åbent LIGE nu", "Åbent LIGE nu", "now", ""),
        ("café i dag", "i dag", "today", ""),
        ("i morgen", "i morgen", "tomorrow", ""),
        ("i morgen tidlig", "i morgen tidlig", "tomorrow", "morning"),
        ("hvor er der åbent i morgen tidlig for mig og min søn", "åbent i morgen tidlig", "tomorrow", "morning"),
        ("spise i aften", "i aften", "today", "evening"),
        ("her til aften", "her til aften", "today", "evening"),
        ("imorgen eftermiddag", "imorgen eftermiddag", "tomorrow", "afternoon"),
        ("i overmorgen", "i overmorgen", "day_after_tomorrow", ""),
        ("jeg vil gerne tale med nogen om det hele i aften", "i aften", "today", "evening"),
    ],
)
def test_a_day_that_is_counted_from_today_is_read_with_its_part(text, typed, opening, part):
    assert read_time(text) == TimeWish(typed, opening, part)


@pytest.mark.parametrize(
    ("text", "typed", "when"),
    [
        ("søndag aften", "søndag aften", ["day-6-evening"]),
        ("noget at lave søndagsaften", "søndagsaften", ["day-6-evening"]),
        ("LOERDAG formiddag", "LOERDAG formiddag", ["day-5-morning"]),
        ("sondag", "sondag", ["day-6"]),
        ("kaffe om mandagen i Vejle", "om mandagen", ["day-0"]),
        ("strik hver torsdag", "hver torsdag", ["day-3"]),
        ("tidlig mandag morgen", "tidlig mandag morgen", ["day-0-morning"]),
        ("kor om aftenen", "om aftenen", ["evening"]),
        ("mandag og onsdag formiddag", "mandag og onsdag formiddag", ["day-0-morning", "day-2-morning"]),
        ("mandag formiddag og torsdag aften", "mandag formiddag og torsdag aften", ["day-0-morning", "day-3-evening"]),
        ("mandag til onsdag", "mandag til onsdag", ["day-0", "day-1", "day-2"]),
        ("lørdag-søndag", "lørdag-søndag", ["weekend"]),
        ("i weekenden", "i weekenden", ["weekend"]),
        ("aftener i weekenden", "aftener i weekenden", ["day-5-evening", "day-6-evening"]),
        ("hverdagsaftener", "hverdagsaftener", [f"day-{day}-evening" for day in range(5)]),
        ("på hverdage", "på hverdage", [f"day-{day}" for day in range(5)]),
        ("lektiehjælp efter skole", "efter skole", ["afternoon"]),
        ("lørdag og kaffe", "lørdag", ["day-5"]),
        ("værested søndag åbent", "søndag åbent", ["day-6"]),
    ],
)
def test_weekdays_and_parts_of_the_day_are_read_however_they_are_put(text, typed, when):
    assert read_time(text) == TimeWish(typed, when=tuple(when))


@pytest.mark.parametrize(
    ("text", "typed", "when"),
    [
        ("kl. 19", "kl. 19", ["evening"]),
        ("spisning klokken 18", "klokken 18", ["evening"]),
        ("café efter kl 17", "efter kl 17", ["evening"]),
        ("før kl. 9", "før kl. 9", ["morning"]),
        ("mellem 10 og 14", "mellem 10 og 14", ["morning", "afternoon"]),
        ("søndag mellem 10 og 14", "søndag mellem 10 og 14", ["day-6-morning", "day-6-afternoon"]),
        ("mellem 2 og 4 mandag", "mellem 2 og 4 mandag", ["day-0-afternoon"]),
        ("kor 19.30-21.00", "19.30-21.00", ["evening"]),
        ("kl. 7 om aftenen", "kl. 7 om aftenen", ["evening"]),
        ("lørdag kl. 1.30", "lørdag kl. 1.30", ["day-4-night"]),
        ("kl. 24", "kl. 24", ["night"]),
        ("lørdag 12. december", "lørdag", ["day-5"]),
        ("fredag 22-02", "fredag", ["day-4"]),
    ],
)
def test_an_hour_stands_for_its_part_of_the_day(text, typed, when):
    assert read_time(text) == TimeWish(typed, when=tuple(when))


@pytest.mark.parametrize(
    ("text", "typed", "opening", "clock"),
    [
        ("i morgen kl. 19", "i morgen kl. 19", "tomorrow", (time(19), None)),
        ("mad i dag efter kl. 17", "i dag efter kl. 17", "today", (time(17), time(0))),
        ("i morgen mellem 10 og 14", "i morgen mellem 10 og 14", "tomorrow", (time(10), time(14))),
        ("kl. 9.30 i overmorgen", "kl. 9.30 i overmorgen", "day_after_tomorrow", (time(9, 30), None)),
    ],
)
def test_an_hour_of_a_day_that_is_counted_from_today_is_read_to_the_minute(text, typed, opening, clock):
    assert read_time(text) == TimeWish(typed, opening, clock=clock)


@pytest.mark.parametrize(
    "text",
    [
        "børn mellem 10 og 14",
        "børn mellem 10 og 14 søndag, nej",
        "unge mellem 15 og 25 år",
        "efter 17 år som alene",
        "ring 20 30 40 50",
        "koster 19.50 kr",
        "hjælp til at 3 børn",
        "KL 2026",
        "kl. 25",
        "kl. 99.99",
        "12/1 eller 12-1-2027",
        "kl. \u0661\u00b2",
        "kl " * 200,
        "1 " * 300,
    ],
)
def test_numbers_that_are_something_else_are_no_hours(text):
    wish = read_time(text)
    assert wish == NO_TIME or wish.when == ("day-6",)


@pytest.mark.parametrize("text", ["i nat", "sove i nat", "hvor kan jeg sove i nat", "værested inat"])
def test_who_needs_a_place_for_the_night_is_shown_what_is_open_then(text):
    wish = read_time(text)
    assert (wish.opening, wish.part) == ("today", "night")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("åbent om natten", ("night",)),
        ("natåben café", ("night",)),
        ("lørdag nat", ("day-5-night",)),
        ("tale med nogen om natten", ("night",)),
        ("mareridt om natten", ()),
        ("angst om natten", ()),
        ("jeg kan ikke sove om natten", ()),
        ("søvnløse nætter", ()),
        ("vil dø i nat", ()),
        ("lyset i natten", ()),
        ("night light", ()),
        ("efterskole", ()),
    ],
)
def test_nights_that_people_tell_of_are_no_wish(text, when):
    assert read_time(text).when == when


@pytest.mark.parametrize(
    ("text", "typed", "opening", "part", "when"),
    [
        ("sunday evening", "sunday evening", "", "", ("day-6-evening",)),
        ("Friday night", "Friday night", "", "", ("day-4-evening",)),
        ("tomorrow morning", "tomorrow morning", "tomorrow", "morning", ()),
        ("coffee tonight", "tonight", "today", "evening", ()),
        ("weekdays", "weekdays", "", "", tuple(f"day-{day}" for day in range(5))),
        ("the day after tomorrow", "day after tomorrow", "day_after_tomorrow", "", ()),
        ("café open now", "open now", "now", "", ()),
    ],
)
def test_english_words_of_time_are_read_on_danish_pages_as_well(text, typed, opening, part, when):
    assert read_time(text) == TimeWish(typed, opening, part, when)


@pytest.mark.parametrize(
    ("text", "typed", "when"),
    [
        ("on sundays", "on sundays", ("day-6",)),
        ("every monday and thursday", "every monday and thursday", ("day-0", "day-3")),
        ("in the evening", "in the evening", ("evening",)),
        ("talk to someone at night", "at night", ("night",)),
        ("saturday at 10", "saturday at 10", ("day-5-morning",)),
        ("between 2 and 4 pm", "between 2 and 4 pm", ("afternoon",)),
        ("open at the weekend", "open at the weekend", ("weekend",)),
        ("i feel sad on sundays", "", ()),
        ("i am so lonely at night", "", ()),
        ("at 3 places", "", ()),
    ],
)
def test_on_english_pages_the_small_words_are_english(text, typed, when):
    assert read_time(text, english=True) == TimeWish(typed, when=when)


@pytest.mark.parametrize(
    "text",
    [
        "jeg har det rigtig skidt i dag",
        "hverdagen",
        "struktur i hverdagen",
        "ud af fængslet i mandags uden noget sted",
        "jeg sidder alene hver søndag",
        "min bror keder sig i weekenden",
        "en lang fortælling uden et eneste spørgsmål der ender en mandag",
        "dagligt nuværende",
        "åbent hus",
        "morgen",
        "i dag eller i morgen",
        "mandag eller i morgen",
        ", - / og til",
        "\u0130 \u00df " * 40,
        "",
    ],
)
def test_what_tells_how_it_is_or_names_no_one_time_is_no_wish(text):
    assert read_time(text) == NO_TIME


def test_what_was_taken_back_is_no_wish_and_the_next_time_is():
    assert read_time("café i dag", ["I dag"]) == NO_TIME
    assert read_time("søndag aften uden kor mandag", ["Søndag aften"]).typed == "mandag"


def test_words_that_belong_to_a_phrase_are_no_wish_but_where_it_is_to_be_open():
    def is_told(typed):
        return typed in {"i weekenden", "åbent i weekenden"}

    assert read_time("alene i weekenden", (), is_told) == NO_TIME
    assert read_time("åbent i weekenden", (), is_told).when == ("weekend",)
