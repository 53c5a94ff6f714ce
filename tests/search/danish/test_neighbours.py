import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from search.danish.neighbours import MAX_LETTERS, Neighbours

WORDS = [
    "selvhjælp", "selvhjælpsgruppe", "sorggruppe", "gruppe", "grupper", "misbrug", "misbruger", "misbrugsgruppe",
    "ensomhed", "ensom", "psykiatri", "psykiater", "psykolog", "kursus", "kurser", "skilsmisse", "angst", "bolig",
    "botilbud", "bostøtte", "værested", "varmestue", "familie", "forældre", "pårørende", "rådgivning",
]  # fmt: skip


def distances(word, most):
    return {other: distance for other in WORDS if (distance := OSA.distance(word, other)) <= most}


def with_mistakes(word, number, chance):
    for _ in range(number):
        at = chance.randrange(max(1, len(word) - 1))
        letter = chance.choice("abdeginrstøå")
        word = chance.choice(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
            ]
        )
    return word


@pytest.mark.parametrize("mistakes", [1, 2])
def test_every_word_with_so_many_mistakes_is_found(mistakes):
    near, chance = Neighbours(WORDS), random.Random(7)
    find = {1: near.one_away, 2: near.two_away}[mistakes]
    for word in WORDS * 40:
        wrong = with_mistakes(word, mistakes, chance)
        assert find(wrong) == distances(wrong, mistakes), wrong


@given(st.text(alphabet="abdegilmnoprsuæøå", min_size=6, max_size=14))
def test_nothing_else_is_found(word):
    assert Neighbours(WORDS).two_away(word) == distances(word, 2)


def test_a_word_too_long_to_have_been_typed_has_no_neighbours():
    assert Neighbours(WORDS).two_away("selvhjælp" * 4) == {}
    assert len("selvhjælp" * 4) > MAX_LETTERS
