"""Words of time in a search: which of them are a wish, for when, and which only tell how it is."""

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
