"""The arithmetic of colours that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.colours import (
    DARK_PAPER,
    LIGHT_PAPER,
    TEXT,
    TWIN,
    contrast,
    dark_twin,
    grounds,
    is_colour,
    readable,
    stronger,
    weakest,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # The figures of WCAG's own examples.
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59), ("#ff0000", "#ff0000", 1)],
)
def test_contrast_is_as_wcag_counts_it(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, st.sampled_from([LIGHT_PAPER, DARK_PAPER]))
def test_there_is_always_a_near_colour_that_can_be_read(colour, paper):
    near = readable(colour, paper)
    assert weakest(near, grounds(paper, near)) >= TEXT
    if weakest(colour, grounds(paper, colour)) >= TEXT:
        assert near == colour


@given(COLOURS, COLOURS)
def test_the_twin_for_the_dark_can_be_read_well(colour, main):
    assert weakest(dark_twin(colour, main), grounds(DARK_PAPER, main)) >= TWIN


@given(COLOURS)
def test_what_lies_under_the_pointer_is_never_weaker(colour):
    for paper in (LIGHT_PAPER, DARK_PAPER):
        assert contrast(stronger(colour, paper), paper) >= contrast(colour, paper)


@pytest.mark.parametrize(
    "text",
    ["", "#fff", "0b5a54", "#0B5A54", "#0b5a54;", "#0b5a5", "#0b5a54\n", "red", "url(x)", "#١٢٣٤٥٦", "#0b5a54}"],
)
def test_nothing_but_a_colour_is_a_colour(text):
    assert not is_colour(text)
