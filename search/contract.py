"""What the site and its search engines promise each other. Plain frozen values, no engine's types, nothing of Django.

`../docs/decisions` tells why there are two engines; one contract test (`tests/search/contract`) holds for both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

#: Longer text is cut, not refused: nothing a citizen types is an error.
MAX_TEXT = 200
#: Hits past this many have no pages; nobody reads that far, and engines pay for it.
MAX_HITS = 10_000

Sort = Literal["relevance", "distance", "soonest", "name", "newest", "verified"]
Level = Literal["open", "mainly", "only"]
Point = tuple[float, float]


class SearchUnavailable(Exception):
    """No engine answered; nothing is known about what would match."""


class IndexLost(SearchUnavailable):
    """The index is not there, or damaged: it does not come back by itself, and has to be made again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, as an engine keeps it.

    `facets` hold a term and its ancestors, so that choosing a parent includes its children. Unknown is the value
    "unknown", never an empty tuple that would read as "no".
    """

    id: str  # "offer:17": what it is and its key
    title: str
    labels: tuple[str, ...] = ()  # names of needs, groups, organisation, place
    concepts: tuple[str, ...] = ()  # everyday names of the labels; weaker than what the offer says itself
    summary: str = ""  # what it is, in a sentence
    text: str = ""  # all the rest as plain text
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    points: tuple[Point, ...] = ()  # latitude, longitude in WGS84 degrees; none for a secret address
    open: tuple[
        str, ...
    ] = ()  # local quarters, minutes and days on which it is open: `open_token`, `open_minute`, `open_day`
    starts: date | None = None  # next date on which something happens
    name_key: str = ""  # sorts as Danish does; see `name_key()`
    published: date | None = None
    verified: date | None = None
    complete: bool = False  # contact, place and times are known
    audience: Mapping[str, Level] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Near:
    """A place to be near. `km` is the radius, or None for "nearest first, however far"."""

    lat: float
    lon: float
    km: float | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asks for.

    `scope` are hard limits that are part of every count (the site's municipality with the national branch); `facets`
    are choices: values within one are alternatives, facets narrow each other, a facet's counts ignore its own choice.
    """

    text: str = ""
    scope: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: tuple[str, ...] = ()  # the facets whose values are to be counted
    near: Near | None = None
    open_at: datetime | date | None = None  # a date: at any time of that day
    open_until: datetime | None = None  # with a moment in `open_at`: for any whole quarter of an hour between the two
    from_date: date | None = None
    to_date: date | None = None
    sort: Sort | None = None  # None: relevance with text, distance with a place, else name
    page: int = 1
    size: int = 20
    exactly: bool = False  # no correction, no relaxing
    #: Values of facets of which an entry has one that comes to whoever asks: with a radius such entries stand apart.
    reaching: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()  # as `Wish.typed`: these words are to be ordinary words, not a place or a wish
    #: Stretches of the text that the site has read itself. Nothing is searched for by them; of a crisis they tell all the same.
    aside: tuple[str, ...] = ()
    #: What those stretches wish for: the names of facets, or "open". It gives way where nothing that fits the words has it.
    wished: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, the word that was searched for, and how one became the other.

    "apart" is one of several words that were typed as one; "translated" one that was typed in English or as slang.
    """

    typed: str
    used: str
    how: Literal["typed", "folded", "joined", "apart", "corrected", "translated", "unknown"] = "typed"


@dataclass(frozen=True, slots=True)
class Wish:
    """A place or a wish that was read from the text, such as "i Randers", "gratis" or "ikke gruppe"; removable."""

    kind: Literal["place", "facet", "near", "without"]
    typed: str  # the words it was read from
    name: str  # the facet, or "municipality"
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """One step by which the search was loosened because it found too little."""

    step: Literal["some_words", "synonyms", "wish", "facet", "open", "radius", "trigrams", "meaning"]
    name: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What the search made of the text, so that the page can say so."""

    words: tuple[Word, ...] = ()
    meant: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    relaxed: tuple[Relaxed, ...] = ()
    loosened: tuple[Relaxed, ...] = ()  # how `Results.more` was found
    crisis: tuple[str, ...] = ()  # topics: "life", "violence", "acute"
    relative: bool = False  # somebody asks for one close to them
    weak: bool = False  # nothing fits well: the hits have little of what was asked
    marks: frozenset[str] = frozenset()  # lemmas and parts to highlight


@dataclass(frozen=True, slots=True)
class Results:
    """One page of ids with the total, and the counts of the facets that were asked for.

    The number at a value is exactly the total of the search that chooses it as well: how the words are asked for depends
    on the words alone. `more` is what a looser way finds beside, where the choices leave little; it is no part of any
    number, and `understood.loosened` tells how it was found. `reaching` are the first of the entries that come to whoever
    asks, where a radius left them out, and `reaching_total` is how many there are; they are in no other number either.
    """

    ids: tuple[str, ...] = ()
    total: int = 0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    without: Mapping[str, int] = field(default_factory=dict)  # total if the choice in that facet were dropped
    distances: Mapping[str, float] = field(default_factory=dict)  # km
    scores: Mapping[str, float] = field(default_factory=dict)  # of the ids on this page; 1.0 is the best hit
    more: tuple[str, ...] = ()
    reaching: tuple[str, ...] = ()
    reaching_total: int = 0
    understood: Understood = field(default_factory=Understood)


@dataclass(frozen=True, slots=True)
class Met:
    """A word or a meaning of a query that an entry has: how it was asked for, what it was met by, where, and its score."""

    asked: str
    by: str
    zone: str  # "title", "labels", "concepts" or "text"
    score: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an entry stands where it does among the hits of a query, or why it is not among them.

    `factors` are what the score was multiplied by, by name: share, wished, fresh, complete, near, akin. `hindrances`
    are why it was not found: "index" (it is not there), "scope", "radius", "open", "dates", "words", or the name of a
    facet. "late" means that it was found, after the hits that are put in order one by one.
    """

    id: str
    place: int = 0  # 1 is the first hit; 0: not among the hits, or after those that are ranked
    score: float = 0.0  # as in `Results.scores`
    met: tuple[Met, ...] = ()
    missing: tuple[str, ...] = ()  # words that were asked for, and neither they nor their meanings are in the entry
    factors: Mapping[str, float] = field(default_factory=dict)
    hindrances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """How an engine is doing, for the health page."""

    engine: str
    ready: bool
    entries: int = 0
    analysis: str = ""  # version of the Danish analysis that the entries were made with
    committed: datetime | None = None
    problem: str = ""
    stamp: str = ""  # the word that was last given to `Engine.stamp` or `Engine.rebuild`
    lost: bool = False  # waiting does not help: the index has to be made again


class Engine(Protocol):
    """A place to put entries and to find them again."""

    def search(self, query: Query) -> Results:
        """Answer a query, or raise `SearchUnavailable`."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries, replacing those with the same id."""

    def drop(self, ids: Iterable[str]) -> None:
        """Remove entries; ids that are not there are no error."""

    def change(self, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        """Add and remove in one step: a search finds all of it, or nothing of it yet."""

    def rebuild(self, entries: Iterable[Entry], stamp: str = "") -> int:
        """Replace everything at once; searches answer from the old entries until the new are complete."""

    def stamp(self, stamp: str) -> None:
        """Keep a word beside the entries: whoever keeps the same word knows that they are of one piece."""

    def ids(self) -> frozenset[str]:
        """All ids in the index, to compare with the database."""

    def digests(self) -> Mapping[str, str]:
        """A digest of every entry as it was put (`search.digest_of`), by id, to compare with the database."""

    def check(self) -> Health:
        """Say how the engine is doing; never raises."""


def name_key(name: str) -> str:
    """Order names as Danish does (æ, ø, å after z, aa as å) in engines that sort by code point."""
    folded = name.casefold().replace("aa", "å").replace("ä", "æ").replace("ö", "ø")
    return folded.translate({ord("æ"): "{", ord("ø"): "|", ord("å"): "}"})


def open_token(moment: datetime) -> str:
    """The quarter of an hour as it stands in `Entry.open`, by the clock on the wall: "d20261123q38" is 9:30."""
    return f"{open_day(moment.date())}q{moment.hour * 4 + moment.minute // 15}"


def open_minute(moment: datetime) -> str:
    """A single minute as it stands in `Entry.open`, where a quarter is open only in part: "d20261123m571" is 9:31."""
    return f"{open_day(moment.date())}m{moment.hour * 60 + moment.minute}"


def open_day(day: date) -> str:
    """A day as it stands in `Entry.open`, where something is open at any time of it: "d20261123"."""
    return f"d{day:%Y%m%d}"
