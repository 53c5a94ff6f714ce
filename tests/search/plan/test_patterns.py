"""Patterns of words: what follows what, what stands side by side, and what stands in any order."""

import pytest

from search import Crisis, Slot
from search.plan.crisis import CrisisFinder
from tests.search.engines import analyser

PILLS = Slot("piller", ("pille", "panodil"))
TAKEN = Slot("taget", ("=taget", "=slugt"))


def found(phrase, text, slots=(PILLS, TAKEN), harmless=()):
    finder = CrisisFinder([Crisis("acute", (phrase,))], analyser(), slots, harmless)
    return bool(finder.find([token.text for token in analyser().tokens(text)]))


@pytest.mark.parametrize("text", ["har slugt 30 piller", "30 panodil har han taget", "taget 30 sovepiller"])
def test_words_joined_by_plus_stand_in_any_order(text):
    assert found("{taget} + {antal} + {piller}", text)


@pytest.mark.parametrize(
    "text", ["taget 2 piller", "taget 30 kilo", "30 piller om dagen", "taget en bog om 30 små og kloge hunde og piller"]
)
def test_every_slot_has_to_be_filled_nearby(text):
    assert not found("{taget} + {antal} + {piller}", text)


def test_words_between_quotation_marks_stand_side_by_side():
    assert found('"kan ikke mere"', "jeg kan ikke mere")
    assert not found('"kan ikke mere"', "hun kan ikke gå mere")
    assert found("kan ikke mere", "hun kan ikke gå mere")


def test_what_only_looks_like_it_is_harmless():
    assert found("slå", "han slår")
    assert not found("slå", "han slår græs", harmless=("slå græs",))


def test_a_misspelt_word_is_no_excuse():
    """A word is harmless as it stands, not when it is only like one that is."""
    assert found("=slår", "slår grøs", harmless=("slå græs",))


def test_a_slot_that_nobody_filled_finds_nothing():
    assert not found("{findes-ikke} slået", "blev slået")
