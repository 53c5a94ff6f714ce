"""What is known of every entry beside its words, in memory: where it is, how fresh, how complete, for whom.

Distances are computed here, once, for every engine: engines would pair the latitude of one place with the longitude
of another, and count a square.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from hashlib import blake2b
from math import asin, cos, log, radians, sin, sqrt

from search.contract import Entry, Level, Near, Point

#: The value of a facet that nobody has told.
UNKNOWN = "unknown"
_EARTH_KM = 6371.0088
_KM_PER_DEGREE = 111.19


@dataclass(frozen=True, slots=True)
class Fact:
    """What ranking and distances need of one entry."""

    id: str
    points: tuple[Point, ...] = ()
    verified: date | None = None
    complete: bool = False
    audience: Mapping[str, Level] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    digest: str = ""  # of the whole entry as it was put, to compare with the database
    meaning: str = ""  # numbers of a sentence model, where there is one: `search.semantic`

    @classmethod
    def of(cls, entry: Entry, topic_facets: Iterable[str] = (), meaning: str = "") -> "Fact":
        """The facts of an entry. Its topics are the groups it names and the values of these facets."""
        named = [f"{name}:{value}" for name in topic_facets for value in entry.facets.get(name, ()) if value != UNKNOWN]
        topics = (*named, *(f"for:{group}" for group in entry.audience))
        return cls(
            entry.id,
            tuple(entry.points),
            entry.verified,
            entry.complete,
            dict(entry.audience),
            topics,
            digest_of(entry),
            meaning,
        )


def without_meaning(_: Entry) -> str:
    """The numbers of an entry where there is no sentence model: none."""
    return ""


def digest_of(entry: Entry) -> str:
    """Differs when the entry does, but for what is open when: that moves on by itself every day."""
    told = repr(
        [(field.name, _in_order(getattr(entry, field.name))) for field in fields(entry) if field.name != "open"]
    )
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _in_order(value: object) -> object:
    return sorted(value.items()) if isinstance(value, Mapping) else value


class Facts(Mapping[str, Fact]):
    """The facts by id. Made again when something changed, never changed itself."""

    def __init__(self, facts: Iterable[Fact] = (), topic_counts: Mapping[str, int] | None = None) -> None:
        self._by_id = {fact.id: fact for fact in facts}
        if topic_counts is None:
            topic_counts = Counter(topic for fact in self._by_id.values() for topic in fact.topics)
        #: In how many entries each topic is.
        self.topic_counts = topic_counts

    @cached_property
    def topic_rarity(self) -> Mapping[str, float]:
        """How much each topic says of an entry: the fewer have it, the more; nothing where all have it."""
        return {topic: log(max(1.0, len(self) / count)) for topic, count in self.topic_counts.items() if count}

    def __getitem__(self, key: str) -> Fact:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    @cached_property
    def _places(self) -> list[tuple[float, float, str]]:
        return sorted((lat, lon, fact.id) for fact in self._by_id.values() for lat, lon in fact.points)

    def distances(self, near: Near) -> Mapping[str, float]:
        """Kilometres to the nearest point of each entry, within the radius if there is one."""
        if near.km is None:
            return _Distances(self._by_id, (near.lat, near.lon))
        nearest: dict[str, float] = {}
        for lat, lon, key in self._band(near.lat, near.km):
            km = kilometres((near.lat, near.lon), (lat, lon))
            if km <= near.km and km < nearest.get(key, float("inf")):
                nearest[key] = km
        return nearest

    def _band(self, lat: float, km: float) -> list[tuple[float, float, str]]:
        """The points whose latitude alone does not rule them out."""
        # A hair wider than exact, so that rounding never loses a point on the edge.
        reach = km / _KM_PER_DEGREE + 0.001
        low = bisect_left(self._places, lat - reach, key=lambda place: place[0])
        return self._places[low : bisect_right(self._places, lat + reach, key=lambda place: place[0])]


class _Distances(Mapping[str, float]):
    """How far away every entry with a point is. Measured when it is asked: a page asks of some out of all."""

    def __init__(self, facts: Mapping[str, Fact], middle: Point) -> None:
        self._facts = facts
        self._middle = middle

    def __getitem__(self, key: str) -> float:
        points = self._facts[key].points
        if not points:
            raise KeyError(key)
        return min(kilometres(self._middle, point) for point in points)

    def __iter__(self) -> Iterator[str]:
        return (key for key, fact in self._facts.items() if fact.points)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def kilometres(one: Point, other: Point) -> float:
    """The way over the earth's surface between two points (haversine)."""
    lat, other_lat = radians(one[0]), radians(other[0])
    half = sin((other_lat - lat) / 2) ** 2
    half += cos(lat) * cos(other_lat) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
