import pytest


@pytest.mark.parametrize(
    "text", ["selvmord", "Selvmors tanker", "jeg vil ikke leve mere", "vil bare ikke leve mere", "selvmort"]
)
def test_words_of_crisis_are_seen_also_when_misspelt_or_with_words_between(read, text):
    assert read(text).understood.crisis == ("life",)


def test_topics_come_in_their_order(read):
    assert read("han slår mig og jeg tænker på selvmord").understood.crisis == ("life", "violence")


@pytest.mark.parametrize("text", ["leve sundt", "mere kaffe", "slå græs", "ikke mere kor", "mig slår det"])
def test_ordinary_words_are_no_crisis(read, text):
    assert read(text).understood.crisis == ()


def test_crisis_is_seen_in_a_text_that_is_taken_exactly(read):
    assert read("selvmord", exactly=True).understood.crisis == ("life",)


def test_a_word_of_crisis_is_never_corrected(read):
    assert [word.used for word in read("selvmord").understood.words] == ["selvmord"]
