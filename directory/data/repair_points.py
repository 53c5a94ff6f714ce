"""Puts postal codes back that lie outside their municipality's neighbourhood: `python -m directory.data.repair_points`.

A few points of the source are wrong: 0900 København C lies in Aalborg. A code keeps its point when it lies near its
municipality's point; else it gets that one. Run again, it changes nothing.
"""

import json
import statistics
import sys
from collections import Counter, defaultdict
from pathlib import Path

from directory.geo import kilometres

DATA = Path(__file__).parent

#: The neighbourhood reaches this many times the middle distance of the municipality's codes ...
SPREAD = 3
#: ... and at least this far.
NEAR_KM = 9
#: Looked up on a map and right: islands, and towns at the far end of a long municipality.
REVIEWED = {
    "6690": "Gørding, east end of Esbjerg",
    "6760": "Ribe, south end of Esbjerg",
    "7790": "Thyholm, north of the sound",
    "8350": "Hundslund, west end of Odder",
    "8592": "Anholt, an island far out",
    "8799": "Tunø, an island",
    "8970": "Havndal, north end of Randers",
}


def km(one: dict, other: dict) -> float:
    """The distance between two rows' points."""
    return kilometres((one["latitude"], one["longitude"]), (other["latitude"], other["longitude"]))


def limits(codes: dict[str, dict], middles: dict[str, dict]) -> dict[str, float]:
    """How far from its point the neighbourhood of each municipality reaches, in km."""
    distances = defaultdict(list)
    for row in codes.values():
        distances[row["municipality"]].append(km(row, middles[row["municipality"]]))
    return {name: max(NEAR_KM, SPREAD * statistics.median(far)) for name, far in distances.items()}


def strangers(codes: dict[str, dict]) -> set[str]:
    """Codes on a point where more codes of another municipality lie: the source knew no better place for them."""
    on_point = defaultdict(Counter)
    for row in codes.values():
        on_point[row["latitude"], row["longitude"]][row["municipality"]] += 1
    return {
        code
        for code, row in codes.items()
        if on_point[row["latitude"], row["longitude"]][row["municipality"]]
        < max(on_point[row["latitude"], row["longitude"]].values())
    }


def misplaced(codes: dict[str, dict], middles: dict[str, dict]) -> dict[str, str]:
    """Codes whose point is wrong, and why."""
    reach = limits(codes, middles)
    wrong = dict.fromkeys(strangers(codes), "on another municipality's point")
    for code, row in codes.items():
        far = km(row, middles[row["municipality"]])
        if far > reach[row["municipality"]] and code not in REVIEWED:
            wrong[code] = f"{far:.0f} km from {row['municipality']}"
    return wrong


def main() -> None:
    """Repair the table in place and tell what was changed."""
    path = DATA / "postal_codes.json"
    codes = json.loads(path.read_text(encoding="utf-8"))
    middles = json.loads((DATA / "municipalities.json").read_text(encoding="utf-8"))
    wrong = misplaced(codes, middles)
    for code, why in sorted(wrong.items()):
        middle = middles[codes[code]["municipality"]]
        codes[code].update(latitude=middle["latitude"], longitude=middle["longitude"], moved=why)
        sys.stdout.write(f"{code} {codes[code]['city']}: {why}\n")
    if wrong:
        path.write_text(json.dumps(codes, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(wrong)} of {len(codes)} points moved\n")


if __name__ == "__main__":
    main()
