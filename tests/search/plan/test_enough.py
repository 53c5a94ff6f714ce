from hypothesis import given
from hypothesis import strategies as st

from search.plan.clauses import Alternative, Asked, Clause, Extra
from search.plan.enough import LEAST, enough


def clauses(*rarities):
    return [Clause((Alternative((f"ord{n}",)),), rarity) for n, rarity in enumerate(rarities)]


def test_a_rare_word_is_enough_and_a_common_one_is_not():
    assert enough(clauses(5.0, 0.5, 0.5)) == (0b001,)


def test_words_of_equal_weight_are_each_enough_until_they_are_too_many():
    assert enough(clauses(1, 1, 1)) == (0b001, 0b010, 0b100)
    assert all(bits.bit_count() == 2 for bits in enough(clauses(1, 1, 1, 1)))


@given(st.lists(st.floats(0.1, 8), min_size=1, max_size=12))
def test_each_set_has_enough_and_none_holds_another(rarities):
    made = clauses(*rarities)
    sets = enough(made)
    assert sets
    asked = Asked(tuple(made))
    for bits in sets:
        assert asked.share(bits) >= LEAST - 1e-6 or len(made) > 8
        assert not any(other != bits and other & bits == other for other in sets)


def test_an_extra_stands_in_for_the_words_that_it_covers():
    asked = Asked(tuple(clauses(2, 1, 1)), (Extra((Alternative(("x",)),), covers=0b011),))
    assert asked.covered(0b1000) == 0b011
    assert asked.share(0b1000) == 0.75
    assert asked.share(0b1100) == 1.0
