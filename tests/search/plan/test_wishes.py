"""Places, ages and facts that somebody writes among the words."""

import pytest


def wishes(plan):
    return [(wish.kind, wish.typed, wish.value) for wish in plan.understood.wishes]


@pytest.mark.parametrize(
    ("text", "typed", "place"),
    [
        ("kor i Randers", "i Randers", "randers"),
        ("kor tæt på vejle", "tæt på vejle", "vejle"),
        ("kor 8900", "8900", "randers"),
        ("kor aarhus", "aarhus", "aarhus"),
        ("kor i nykoebing mors", "i nykoebing mors", "morsoe"),
        ("i Nykobing Mors kor", "i Nykobing Mors", "morsoe"),
    ],
)
def test_a_place_narrows_to_its_municipality_and_what_is_for_everybody(read, text, typed, place):
    plan = read(text)
    assert wishes(plan) == [("place", typed, place)]
    assert plan.places == {"municipality": (place, "hele-landet")}
    assert plan.near is not None
    assert [word.used for word in plan.understood.words] == ["kor"]


@pytest.mark.parametrize("text", ["hvem kan jeg ringe til", "i ringe grad", "ringe"])
def test_a_town_with_the_name_of_a_word_is_read_only_where_it_must_be_one(read, text):
    assert wishes(read(text)) == []


def test_a_capital_and_a_word_before_make_a_town_of_a_word(read):
    assert wishes(read("kor i Ringe")) == [("place", "i Ringe", "faaborg-midtfyn")]


def test_a_text_that_is_only_a_place_has_no_words(read):
    plan = read("i Randers")
    assert plan.strict is None
    assert plan.places["municipality"][0] == "randers"


@pytest.mark.parametrize("text", ["gratis kor", "kor uden at betale"])
def test_a_fact_lifts(read, text):
    plan = read(text)
    assert plan.places == {}
    assert plan.facts == {"free": ("yes",)}
    assert [lift.facet for lift in plan.lifts] == ["free"]
    assert [word.used for word in plan.understood.words] == ["kor"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("kor 18 år", "18"),
        ("kor for en 18-årig", "18"),
        ("over 60 kor", "60"),
        ("18 årig kor", "18"),
        ("jeg er 67 og vil synge i kor", "67"),
        ("kor til min søster på 13", "13"),
    ],
)
def test_an_age_lifts_offers_for_it_and_those_that_do_not_say_less(read, text, age):
    plan = read(text)
    assert plan.facts == {"age": (age, "unknown")}
    fitting, untold = plan.lifts
    assert (fitting.value, untold.value) == (age, "unknown")
    assert fitting.factor > untold.factor > 1


@pytest.mark.parametrize("text", ["kor 18", "112", "§ 85", "300 år", "24-7", "kor efter 40 år", "kor på 13"])
def test_other_numbers_are_words(read, text):
    plan = read(text)
    assert plan.places == plan.facts == {}
    assert plan.strict is not None


@pytest.mark.parametrize(
    ("text", "unread", "kept"),
    [
        ("gratis kor i Randers", "i Randers", ["free"]),
        ("gratis kor i Randers", "gratis", ["municipality"]),
        ("kor i Randers 18 år", "18 år", ["municipality"]),
        ("gratis kor i Randers", "I RANDERS", ["free"]),
        ("gratis kor i Randers", "noget andet", ["municipality", "free"]),
    ],
)
def test_one_wish_is_taken_back_and_the_others_stay(read, text, unread, kept):
    plan = read(text, unread=(unread,))
    assert list(plan.places | plan.facts) == kept
    assert [wish.name for wish in plan.understood.wishes] == kept


def test_the_words_of_a_wish_that_was_taken_back_lift_and_are_not_demanded(read):
    plan = read("kor i Randers", unread=("i Randers",))
    assert [word.used for word in plan.understood.words] == ["kor", "i", "randers"]
    assert len(plan.strict.clauses) == 2
    assert plan.strict.enough == (0b01,)


def test_a_text_that_is_only_a_wish_taken_back_is_a_word(read):
    plan = read("i Randers", unread=("i Randers",))
    assert plan.strict is not None
    assert plan.strict.enough == ()


def test_what_the_site_has_read_itself_is_neither_searched_for_nor_a_wish_and_is_heard_of_a_crisis(read):
    plan = read("gratis kor i Randers", aside=("i randers", "Gratis"))
    assert wishes(plan) == []
    assert [word.used for word in plan.understood.words] == ["kor"]
    assert read("vil ikke leve mere", aside=("leve mere",)).understood.crisis == ("life",)
    assert read("kor", aside=("", "sang", "ko")).understood.words == read("kor").understood.words
