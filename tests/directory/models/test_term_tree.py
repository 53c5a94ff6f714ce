"""Walks up and down a taxonomy say what the rows' own parents say, and end whatever the rows say."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from directory.models import Need
from directory.models.term_tree import TermTree
from tests import factories


@st.composite
def forests(draw):
    """Needs, each at the top or under one that was made before it, given in any order."""
    count = draw(st.integers(0, 12))
    parents = [draw(st.none() | st.integers(1, key - 1)) if key > 1 else None for key in range(1, count + 1)]
    rows = [Need(pk=key, parent_id=parent, slug=f"n{key}") for key, parent in enumerate(parents, 1)]
    return draw(st.permutations(rows))


def keys_above(row, rows):
    by_key = {row.pk: row for row in rows}
    above = []
    while row is not None:
        above.append(row.pk)
        row = by_key.get(row.parent_id)
    return above


@given(forests(), st.sets(st.integers(1, 12), max_size=3))
def test_what_is_above_and_below_follows_from_the_parents(rows, keys):
    tree, known = TermTree(rows), {row.pk for row in rows}
    above = {key for row in rows if row.pk in keys for key in keys_above(row, rows)}
    assert {term.pk for term in tree.upwards(keys)} == above
    below = {row.pk for row in rows if keys & set(keys_above(row, rows))}
    assert tree.downwards(keys) & known == below
    assert tree.keys(f"n{key}" for key in keys) == keys & known


@given(forests())
def test_in_order_each_term_stands_once_right_below_what_it_belongs_to(rows):
    ordered = TermTree(rows).in_order()
    assert sorted(term.pk for term in ordered) == sorted(row.pk for row in rows)
    open_above = []
    for term in ordered:
        del open_above[term.depth :]
        assert open_above == keys_above(term, rows)[:0:-1]
        open_above.append(term.pk)


def test_siblings_stay_in_the_order_in_which_they_were_given():
    rows = [
        Need(pk=2, slug="b"),
        Need(pk=1, slug="a"),
        Need(pk=4, slug="d", parent_id=2),
        Need(pk=3, slug="c", parent_id=2),
    ]
    assert [term.slug for term in TermTree(rows).in_order()] == ["b", "d", "c", "a"]


def test_terms_in_a_ring_end_every_walk():
    tree = TermTree([Need(pk=1, parent_id=2, slug="a"), Need(pk=2, parent_id=1, slug="b"), Need(pk=3, slug="c")])
    assert {term.pk for term in tree.upwards([1])} == {1, 2}
    assert tree.downwards([1]) == {1, 2}
    assert [term.pk for term in tree.in_order()] == [3]


@pytest.mark.django_db
@pytest.mark.parametrize("below", [0, 1, 3])
def test_a_term_can_not_be_put_under_itself_or_under_what_stands_below_it(below):
    rows = [factories.NeedFactory()]
    for _time in range(3):
        rows.append(factories.NeedFactory(parent=rows[-1]))
    rows[0].parent = rows[below]
    with pytest.raises(ValidationError) as refused:
        rows[0].clean()
    assert list(refused.value.error_dict) == ["parent"]


@pytest.mark.django_db
def test_a_term_can_move_to_another_branch_and_a_new_one_can_stand_anywhere():
    one, other = factories.NeedFactory(), factories.NeedFactory()
    child = factories.NeedFactory(parent=one)
    child.parent = other
    child.clean()
    Need(name="Ny", slug="ny", parent=child).clean()
