import pytest

from search.danish import Corrector
from search.danish.folding import digraph_key, loose_key, restorations, sound_key
from tests.search.danish.conftest import rows, synonym_terms


@pytest.fixture(scope="session")
def corrector(analyser, vocabulary):
    return Corrector(analyser, vocabulary, synonym_terms(), crisis_words=("selvmor",))


def mended(analyser, corrector, text):
    return [(each.used, each.how) for each in corrector.correct(analyser.tokens(text))]


def test_typos_are_mended(analyser, vocabulary):
    corrector = Corrector(analyser, vocabulary, synonym_terms())
    wrong = []
    for typed, intended, _ in rows("typos.tsv"):
        used = " ".join(each.used for each in corrector.correct(analyser.tokens(typed)))
        if used != intended and not set(analyser.lemmas(used)) & set(analyser.lemmas(intended)):
            wrong.append((typed, intended, used))
    assert len(wrong) <= 5, wrong


def test_no_word_of_the_index_is_changed(analyser, vocabulary, index_words):
    corrector = Corrector(analyser, vocabulary, synonym_terms())
    tokens = [analyser.tokens(word) for word in index_words]
    assert [each for row in tokens for each in corrector.correct(row) if each.used != each.typed] == []


@pytest.mark.parametrize(
    ("typed", "used", "how"),
    [
        ("paaroerende", "pårørende", "folded"),
        ("vaerested", "værested", "folded"),
        ("bostotte", "bostøtte", "folded"),
        ("förældre", "forældre", "folded"),
        ("cafe", "café", "folded"),
        ("dropin", "drop-in", "folded"),
        ("paaroerendegruppe", "pårørendegruppe", "folded"),
        ("mistbrug", "misbrug", "corrected"),
        ("besøgvenner", "besøgsvenner", "corrected"),
        ("sorg gruppe", "sorggruppe", "joined"),
        ("være sted", "værested", "joined"),
        ("drop in", "drop-in", "joined"),
        ("grupperne", "grupperne", "typed"),
        ("byggetilladelse", "byggetilladelse", "unknown"),
        ("xyzzyx", "xyzzyx", "unknown"),
    ],
)
def test_what_was_done_to_a_word_is_told(analyser, corrector, typed, used, how):
    assert mended(analyser, corrector, typed) == [(used, how)]


def test_a_word_of_crisis_is_never_changed(analyser, corrector):
    assert mended(analyser, corrector, "selvmor")[0][0] == "selvmor"


@pytest.mark.parametrize("text", ["tilbud for ældre", "gruppe om sorg", "hjælp til unge"])
def test_words_that_belong_apart_are_not_joined(analyser, corrector, text):
    assert [used for used, _ in mended(analyser, corrector, text)] == text.split()


@pytest.mark.parametrize("word", ["sort", "vild", "kold", "gade"])
def test_a_right_word_does_not_become_a_similar_one(analyser, corrector, word):
    assert mended(analyser, corrector, word)[0][0] == word


@pytest.mark.parametrize(
    ("typed", "used"), [("jegerensom", ["jeg", "er", "ensom"]), ("jegkanikkesove", ["jeg", "kan", "ikke", "sove"])]
)
def test_words_without_spaces_come_apart_where_few_of_them_carry_meaning(analyser, corrector, typed, used):
    assert [used for used, _ in mended(analyser, corrector, typed)] == used


def test_two_words_typed_as_one_come_apart_where_it_is_nothing_else(analyser, corrector):
    assert [used for used, _ in mended(analyser, corrector, "depressionunge")] == ["depression", "unge"]
    assert mended(analyser, corrector, "xqzzkpqrs") == [("xqzzkpqrs", "unknown")]


@pytest.mark.parametrize("text", ["sel", "§ 104", "85b", "2026x"])
def test_short_words_and_numbers_are_left_alone(analyser, corrector, text):
    assert mended(analyser, corrector, text)[0][0] == analyser.tokens(text)[0].text


def test_each_mended_word_knows_where_it_stood(analyser, corrector):
    text = "en sorg gruppe i Vaerested"
    corrections = corrector.correct(analyser.tokens(text))
    assert [text[each.start : each.end] for each in corrections] == ["en", "sorg gruppe", "i", "Vaerested"]


def test_an_empty_index_corrects_nothing(analyser):
    assert mended(analyser, Corrector(analyser, {}), "mistbrug") == [("mistbrug", "unknown")]


def test_keys_of_words_that_are_written_or_said_alike_are_the_same():
    assert digraph_key("pårørende") == digraph_key("paaroerende") == "paaroerende"
    assert loose_key("forældre") == loose_key("foraldre")
    assert sound_key("skilsmisse") == sound_key("skildsmisse")
    assert sound_key("psykiatri") == sound_key("sykiatri")


def test_a_word_with_very_many_digraphs_is_not_tried_in_every_way():
    assert list(restorations("ae" * 40)) == []
    assert "pårørende" in restorations("paaroerende")
