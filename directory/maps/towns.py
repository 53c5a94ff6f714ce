"""The towns by which one knows where a map is. Data: GeoNames, CC BY 4.0."""

import re
from dataclasses import dataclass
from functools import lru_cache

from directory.maps.window import HEIGHT, WIDTH, Point, Window
from directory.postal_codes import postal_codes

#: So many are named; more would be read as noise.
MAX_TOWNS_NAMED = 6
#: About the width of a letter and the height of a line, where letters are largest.
_LETTER, _LINE = 8.5, 18.0
#: The code that stands for København, which has one for nearly every street.
_CAPITAL = "1050"
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Town:
    """A town's name as it is written on the map: from where, in which direction (`text-anchor`), and its dot."""

    name: str
    dot: Point
    right: float
    down: float
    anchor: str

    @property
    def box(self) -> Box:
        """The room that the name takes: left, top, right, bottom."""
        width = len(self.name) * _LETTER
        left = self.right - width * _BEFORE[self.anchor]
        return (left, self.down - _LINE + 4, left + width, self.down + 4)


#: How much of a name stands left of where it is anchored.
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
#: Where a name is tried, one after the other: beside its dot, then below and above whatever stands there.
_SPOTS = ((6, 4, "start"), (-6, 4, "end"), (0, 16, "middle"), (0, -7, "middle"), (0, 27, "middle"), (0, -15, "middle"))


@lru_cache(maxsize=1)
def by_size() -> tuple[tuple[str, Point, bool], ...]:
    """Towns with the larger ones first, as the post has numbered them: 8000, then 8900, then 8370; whether it is large."""
    towns: dict[str, tuple[int, str, Point]] = {}
    for code, row in postal_codes().items():
        rank = 3 - sum(code.endswith("0" * zeros) for zeros in (1, 2, 3))
        name = re.sub(r" [A-ZÆØÅ]{1,2}$", "", row["city"])
        # Below are the streets and offices of København, of which one stands for the town.
        if rank < 3 and (code >= "2000" or code == _CAPITAL):
            point = row["latitude"], row["longitude"]
            towns[name] = min(towns.get(name, (9, "", point)), (0 if code == _CAPITAL else rank, code, point))
    return tuple(
        (name, point, rank < 2) for name, (rank, _code, point) in sorted(towns.items(), key=lambda held: held[1])
    )


def towns_in(window: Window, taken: list[Box]) -> list[Town]:
    """The largest towns whose names fit in the window without lying on each other, or on what is there already."""
    found: list[Town] = []
    for name, point, _large in by_size():
        right, down = window.place(point)
        spots = (Town(name, (right, down), right + along, down + across, anchor) for along, across, anchor in _SPOTS)
        rooms = [*taken, *(one.box for one in found)]
        town = next((spot for spot in spots if _fits(spot.box, rooms)), None)
        if town is not None:
            found.append(town)
        if len(found) == MAX_TOWNS_NAMED:
            break
    return found


def _fits(box: Box, rooms: list[Box]) -> bool:
    """Whether a name lies on the map, clear of the scale in its corner, and on nothing else."""
    left, top, right, bottom = box
    inside = left >= 4 and top >= 4 and right <= WIDTH - 4 and bottom <= HEIGHT - 24
    return inside and not any(_overlap(box, room) for room in rooms)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
