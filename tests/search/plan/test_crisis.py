import pytest


@pytest.mark.parametrize(
    "text", ["selvmord", "Selvmors tanker", "jeg vil ikke leve mere", "vil bare ikke leve mere", "selvmort"]
)
def test_words_of_crisis_are_seen_also_when_misspelt_or_with_words_between(read, text):
    assert read(text).understood.crisis == ("life",)


def test_topics_come_in_their_order(read):
    assert read("han slår mig og jeg tænker på selvmord").understood.crisis == ("life", "violence")


@pytest.mark.parametrize(
    "text",
    [
        "sevlmord",
        "slvmord",
        "selv mord",
        "selv mort",
        "selvmoord",
        "vil ikk leve mere",
        "vil ikke lve mere",
        "VIL IKKE LEVE MERE",
        "vil-ikke-leve-mere",
        "vil ikke leve, mere",
    ],
)
def test_mistakes_are_read_past(read, text):
    assert read(text).understood.crisis == ("life",)


@pytest.mark.parametrize("text", ["han slar mig", "han slaar mig", "min mand slåår mig"])
def test_short_words_may_be_misspelt_where_the_others_of_the_phrase_stand(read, text):
    assert read(text).understood.crisis == ("violence",)


@pytest.mark.parametrize(
    "text", ["min datter siger at hun ikke vil leve mere", "min søn tænker på selvmord", "han ikke vil leve mere"]
)
def test_relatives_tell_it_in_other_words(read, text):
    assert read(text).understood.crisis == ("life",)


@pytest.mark.parametrize(
    "text", ["du kan selv møde op", "selvmad", "selv mad", "slap mig", "ikke vil lave mere", "selv"]
)
def test_what_only_looks_like_it_is_no_crisis(read, text):
    assert read(text).understood.crisis == ()


@pytest.mark.parametrize("text", ["leve sundt", "mere kaffe", "slå græs", "ikke mere kor", "mig slår det"])
def test_ordinary_words_are_no_crisis(read, text):
    assert read(text).understood.crisis == ()


def test_crisis_is_seen_in_a_text_that_is_taken_exactly(read):
    assert read("selvmord", exactly=True).understood.crisis == ("life",)


def test_a_word_of_crisis_is_never_corrected(read):
    assert [word.used for word in read("selvmord").understood.words] == ["selvmord"]
