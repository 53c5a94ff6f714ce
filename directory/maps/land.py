"""The land that a window shows, as the path of an SVG. Data: © OpenStreetMap contributors, ODbL 1.0."""

import json
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from directory.maps.window import HEIGHT, WIDTH, Point, Window

#: Among the static files, since the movable map fetches it too.
FILE = Path(__file__).parents[1] / "static/directory/coastline.json"
#: Land goes on past the edge, so that the edge itself is not drawn as a coast.
_BEYOND = 8
#: A bend that sticks out less is left out, and so is an island smaller than so many square units.
_FINE, _TINY = 1.0, 4.0
Ring = list[Point]


@lru_cache(maxsize=1)
def rings() -> tuple[tuple[Point, ...], ...]:
    """All coasts as latitude and longitude; lakes and islands alike."""
    collection = json.loads(FILE.read_text(encoding="utf-8"))
    polygons = [polygon for feature in collection["features"] for polygon in feature["geometry"]["coordinates"]]
    return tuple(tuple((lat, lon) for lon, lat in ring) for polygon in polygons for ring in polygon)


@lru_cache(maxsize=256)
def path(window: Window) -> str:
    """The land in the window; lakes are holes by the even-odd rule."""
    drawn = (_simple(_clipped([window.place(point) for point in ring])) for ring in rings())
    return "".join(_written(ring) for ring in drawn if len(ring) > 2 and _size(ring) > _TINY)


def _clipped(ring: Ring) -> Ring:
    """The part of a ring inside the window and a little beyond (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, -_BEYOND, 1), (0, WIDTH + _BEYOND, -1), (1, -_BEYOND, 1), (1, HEIGHT + _BEYOND, -1)):
        if not ring:
            break
        kept: Ring = []
        for before, here in zip([ring[-1], *ring[:-1]], ring, strict=True):
            inside, was_inside = ((point[axis] - limit) * sign >= 0 for point in (here, before))
            if inside != was_inside:
                share = (limit - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if inside:
                kept.append(here)
        ring = kept
    return ring


def _simple(ring: Ring) -> Ring:
    """The ring without bends that nobody would see (Douglas and Peucker)."""
    if len(ring) < 4:
        return ring
    kept, waiting = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(((_off(ring[n], ring[first], ring[last]), n) for n in range(first + 1, last)), default=(0.0, 0))
        if far > _FINE:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [ring[n] for n in sorted(kept)]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others."""
    along, across = end[0] - start[0], end[1] - start[1]
    right, down = point[0] - start[0], point[1] - start[1]
    length = along * along + across * across
    share = min(1.0, max(0.0, (right * along + down * across) / length)) if length else 0.0
    return ((right - share * along) ** 2 + (down - share * across) ** 2) ** 0.5


def _size(ring: Ring) -> float:
    """The area that a ring encloses."""
    closed = [*ring, ring[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed))) / 2


def _written(ring: Ring) -> str:
    """A ring in whole units, each point from the one before: short, and alike enough to compress well."""
    points = [(round(right), round(down)) for right, down in ring]
    steps = "".join(f"l{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(points) if a != b)
    return f"M{points[0][0]} {points[0][1]}{steps}z"
