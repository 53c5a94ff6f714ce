import pytest

from tests.search.danish.conftest import rows
from tests.search.danish.scoring import score_compounds


@pytest.mark.parametrize("name", ["bare", "analyser"])
def test_compounds_come_apart_and_other_words_do_not(name, request):
    score = score_compounds(request.getfixturevalue(name), rows("compounds_gold.tsv"))
    assert score.found >= 0.90, score.missed
    assert score.right >= 0.95, score.wrong
    assert len(score.false_splits) <= 2, score.false_splits


def test_parts_come_in_order_with_what_is_inside_them(analyser):
    reading = analyser.reading("selvhjælpsgrupperne")
    assert reading.lemmas == ("selvhjælpsgruppe",)
    assert reading.parts == analyser.parts("selvhjælpsgrupperne") == ("selvhjælp", "gruppe")
    assert reading.inner == ("selv", "hjælp")


def test_neighbours_that_are_a_word_are_found_too(analyser):
    assert "hjerneskade" in analyser.reading("senhjerneskadegruppe").others


@pytest.mark.parametrize("word", ["borgere", "skoven", "stoffer", "natten", "klubben", "gravide", "venlighed"])
def test_an_inflected_or_derived_word_is_no_compound(analyser, word):
    assert analyser.parts(word) == ()


@pytest.mark.parametrize(
    ("word", "also"),
    [("gå-grupper", "gågruppe"), ("e-mails", "email"), ("rusmiddel-behandling", "rusmiddelbehandling")],
)
def test_a_compound_with_a_hyphen_is_found_without_it(analyser, word, also):
    assert also in analyser.reading(word).others


def test_the_parts_of_irregular_plurals_are_singular(analyser):
    assert analyser.parts("børnegruppe") == ("barn", "gruppe")
    assert analyser.parts("mødregruppe") == ("mor", "gruppe")
    assert analyser.parts("mandegruppe") == ("mand", "gruppe")


def test_a_made_up_word_that_splits_everywhere_is_still_quick(analyser):
    assert isinstance(analyser.parts("is" * 30 + "e"), tuple)
