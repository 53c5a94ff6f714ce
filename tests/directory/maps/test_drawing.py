"""Maps that the server draws: small, on the right spot, with the coast where it is."""

import re
from itertools import combinations

import brotli
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from directory.maps import Pin, drawn
from directory.maps.land import path, rings
from directory.maps.towns import towns_in
from directory.maps.window import HEIGHT, NEAR_KM, WIDTH, around, in_denmark

VEJLE, AALBORG, ROENNE, ODENSE = (55.709, 9.535), (57.048, 9.92), (55.1, 14.7), (55.4, 10.39)


def soup(drawing):
    return BeautifulSoup(drawing.svg, "html.parser")


@pytest.mark.parametrize(
    "points", [[VEJLE], [VEJLE, ODENSE], [VEJLE, AALBORG, ROENNE], [(55.06, 10.6)], [(55.676, 12.568)], [(56.9, 8.3)]]
)
def test_a_map_is_small(points):
    drawing = drawn([Pin(point, str(number)) for number, point in enumerate(points, 1)])
    assert len(brotli.compress(drawing.svg.encode())) < 2000


def test_one_place_stands_in_the_middle_with_its_town_beside_it():
    drawing = drawn([Pin(VEJLE)])
    pin = soup(drawing).select_one("circle.pin")
    assert abs(int(pin["cx"]) - WIDTH / 2) < 10
    assert abs(int(pin["cy"]) - HEIGHT / 2) < 10
    assert "Vejle" in drawing.towns
    assert "Vejle" in [text.text for text in soup(drawing).select("text")]


def test_north_is_up_and_east_is_right():
    window = around([VEJLE, AALBORG])
    assert window.place(AALBORG)[1] < window.place(VEJLE)[1]
    assert window.place(AALBORG)[0] > window.place(VEJLE)[0]


def test_a_kilometre_is_as_long_as_the_line_in_the_corner_says():
    window = around([VEJLE])
    north = window.place((VEJLE[0] + 2 / 111.2, VEJLE[1]))
    here = window.place(VEJLE)
    assert here[1] - north[1] == pytest.approx(2 * window.units_per_km, rel=0.01)
    assert "2 km" in drawn([Pin(VEJLE)]).svg


def crossings(outline, point):
    """How often a line to the right of a point meets an outline: odd inside."""
    right, down = point
    odd = False
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (y1 > down) != (y2 > down) and right < (x2 - x1) * (down - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def outlines(text):
    for part in re.findall(r"M(-?\d+) (-?\d+)((?:l-?\d+ -?\d+)*)z", text):
        points = [(int(part[0]), int(part[1]))]
        for right, down in re.findall(r"l(-?\d+) (-?\d+)", part[2]):
            points.append((points[-1][0] + int(right), points[-1][1] + int(down)))
        yield points


@pytest.mark.parametrize(
    ("point", "is_land"),
    [
        (VEJLE, True),
        (ODENSE, True),
        (ROENNE, True),
        ((55.6, 11.0), False),
        ((56.3, 11.6), False),
        ((55.695, 9.7), False),
    ],
)
def test_land_is_land_and_sea_is_sea(point, is_land):
    window = around([VEJLE, AALBORG, ROENNE]) if point == ROENNE else around([point])
    inside = sum(crossings(outline, window.place(point)) for outline in outlines(path(window)))
    assert bool(inside % 2) is is_land


def test_one_house_is_shown_with_its_town_and_not_with_the_sea_around_it():
    assert around([VEJLE]).units_per_km == pytest.approx(WIDTH / NEAR_KM, rel=0.01)
    assert "5 km" in drawn([Pin(VEJLE, about=True)]).svg, "a postal code is as large as a town"


def test_the_edge_of_the_map_is_not_drawn_as_a_coast():
    drawn_points = {point for outline in outlines(path(around([VEJLE]))) for point in outline}
    assert drawn_points
    assert not [point for point in drawn_points if point[0] in {0, WIDTH} or point[1] in {0, HEIGHT}]


def test_pins_that_would_lie_on_each_other_become_one_with_both_numbers():
    near = (VEJLE[0] + 0.001, VEJLE[1])
    drawing = drawn([Pin(VEJLE, "1"), Pin(near, "2"), Pin(ODENSE, "3")])
    assert [text.text for text in soup(drawing).select(".pin-number")] == ["1, 2", "3"]
    assert len(soup(drawing).select("rect.pin")) == 2


def test_a_position_that_is_only_a_postal_code_is_a_ring_and_no_pin():
    drawing = soup(drawn([Pin(VEJLE, about=True)]))
    assert drawing.select("circle.about")
    assert not drawing.select(".pin")


@pytest.mark.parametrize(
    "point", [(0.0, 0.0), (9.535, 55.709), (91.0, 500.0), (float("nan"), 9.5), (float("inf"), 9.5)]
)
def test_a_position_outside_the_country_is_not_shown(point):
    assert not in_denmark(point)
    assert drawn([Pin(point)]) is None
    assert drawn([]) is None


@given(
    st.lists(
        st.tuples(st.floats(54.3, 58.1, allow_nan=False), st.floats(7.5, 15.6, allow_nan=False)), min_size=1, max_size=8
    )
)
def test_every_pin_lies_on_its_map_and_no_name_on_another(points):
    window = around(points)
    for point in points:
        right, down = window.place(point)
        assert 0 < right < WIDTH
        assert 0 < down < HEIGHT
    boxes = [town.box for town in towns_in(window, [])]
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_coast_is_the_shipped_one():
    assert len(rings()) > 100
    assert all(in_denmark(point) for ring in rings() for point in ring)
