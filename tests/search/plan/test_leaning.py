import pytest

from search.plan.leaning import Leanings
from search.vocabulary import Concept
from tests.search.engines import analyser

LONELY = Concept("Ensomhed", ("sidder alene om aftenen", "savner nogen at tale med"), topic="need:ensomhed")
DEBT = Concept("Gæld", ("åbner ikke sine rudekuverter", "skylder penge"), topic="need:gaeld")
KIND = Concept("værested", ("et sted at sidde",))


@pytest.fixture(scope="module")
def leanings():
    return Leanings((LONELY, DEBT, KIND), analyser(), {"om", "at", "med", "nogen", "ikke", "sine", "et"})


def of(leanings, *words):
    return leanings.of([(word, analyser().lemmas(word)) for word in words])


def test_a_told_story_leans_to_the_topic_whose_phrases_have_its_words(leanings):
    leaning = of(leanings, "datter", "sidder", "alene", "kollegium", "aften")
    assert leaning["need:ensomhed"] == 1.0
    assert "need:gaeld" not in leaning


def test_a_compound_votes_by_its_ends_where_no_phrase_has_it(leanings):
    assert of(leanings, "aftensavn") == {"need:ensomhed": 1.0}


def test_one_clear_topic_is_not_drowned_by_another_touched_in_passing(leanings):
    leaning = of(leanings, "skylder", "penge", "rudekuverter", "alene")
    assert leaning["need:gaeld"] == 1.0
    assert leaning["need:ensomhed"] < 0.25


def test_words_that_no_phrase_has_lean_nowhere(leanings):
    assert not of(leanings, "carport", "byggetilladelse")
