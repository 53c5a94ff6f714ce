"""The piece of the country that a map shows, and where a point of the earth lies on it."""

import math
from dataclasses import dataclass

from directory.geo import KM_PER_DEGREE

#: The size of a map in its own units; what is drawn is scaled to the width of the page.
WIDTH, HEIGHT = 400, 300
#: Without streets one knows a place by its coast and towns: a map shows at least so many kilometres from left to right. That is
#: a town with the villages around it; more where only the postal code is known, which is as large itself.
NEAR_KM, ABOUT_KM = 15.0, 30.0
#: Units at the edges that stay free of pins.
_MARGIN = 32
#: Windows snap to a grid, so that neighbours share what is drawn of the coast.
_GRID = 0.005
#: Denmark, from west, south, east, north. What lies elsewhere was typed wrongly and is not shown.
_WEST, _SOUTH, _EAST, _NORTH = 7.5, 54.3, 15.6, 58.1

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of the country: its middle in degrees, and how many units a degree of latitude takes."""

    lat: float
    lon: float
    scale: float

    def place(self, point: Point) -> Point:
        """Where latitude and longitude lie on the map, right and down."""
        lat, lon = point
        return (
            WIDTH / 2 + (lon - self.lon) * math.cos(math.radians(self.lat)) * self.scale,
            HEIGHT / 2 - (lat - self.lat) * self.scale,
        )

    @property
    def units_per_km(self) -> float:
        """How long a kilometre is on the map."""
        return self.scale / KM_PER_DEGREE


def in_denmark(point: Point) -> bool:
    """Whether a point can be shown at all."""
    lat, lon = point
    return _SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST


def around(points: list[Point], least: float = NEAR_KM) -> Window:
    """The window that shows all these points and some land around them, and no fewer kilometres than the least."""
    lats, lons = [lat for lat, _lon in points], [lon for _lat, lon in points]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    high = (max(lats) - min(lats)) * KM_PER_DEGREE
    wide = (max(lons) - min(lons)) * KM_PER_DEGREE * math.cos(math.radians(lat))
    km = max(least, wide * WIDTH / (WIDTH - 2 * _MARGIN), high * WIDTH / (HEIGHT - 2 * _MARGIN))
    # In steps, so that maps of nearly the same size are the same.
    step = math.ceil(math.log(km / least) / math.log(1.25) - 1e-9)
    scale = WIDTH / (least * 1.25**step) * KM_PER_DEGREE
    return Window(round(round(lat / _GRID) * _GRID, 3), round(round(lon / _GRID) * _GRID, 3), round(scale, 3))
