"""Writes what scripts of the map and of "near me" fetch: `python -m directory.maps.for_browsers`.

Streets of København have postal codes of their own, more than the rest of the country; one within a kilometre of a kept one
is left out, so that a telephone fetches little. Run again, it changes nothing.
"""

import json
from pathlib import Path

from directory.geo import kilometres
from directory.maps.towns import by_size
from directory.postal_codes import postal_codes

FOLDER = Path(__file__).parents[1] / "static/directory"
#: Codes below are those of offices without a place.
FIRST = "1000"
APART_KM = 1.0


def points() -> list[list]:
    """Code, latitude and longitude of the codes that are kept; towns before streets."""
    kept: list[list] = []
    for code, row in sorted(postal_codes().items(), key=lambda held: (held[0] < "2000", held[0])):
        point = round(row["latitude"], 3), round(row["longitude"], 3)
        if code >= FIRST and all(kilometres(point, (lat, lon)) >= APART_KM for _code, lat, lon in kept):
            kept.append([code, *point])
    return sorted(kept)


def towns() -> list[list]:
    """Name, latitude, longitude, and 1 for a town that is named from afar too."""
    return [[name, round(lat, 3), round(lon, 3), int(large)] for name, (lat, lon), large in by_size()]


def main() -> None:
    """Write the files of postal codes and of towns again."""
    for name, rows in (("postal_points.json", points()), ("towns.json", towns())):
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        (FOLDER / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
