"""The port that an engine fills: keep entries, answer one exact request. What is clever happens before and after.

A request says the same to every engine, so that they give the same hits, order and counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from search.contract import Entry, Health
from search.facts import Facts
from search.plan.clauses import Asked

Order = Literal["score", "id", "name", "soonest", "newest", "verified"]


class UnknownFacet(ValueError):
    """A facet was asked for that was not named when the search was configured: a mistake in the site's code."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a store is to answer: narrowings that leave scores alone, words that make them, and what to count.

    `scope` is part of everything; a facet's counts leave out its own choice. `within` are the only ids allowed.
    """

    asked: Asked | None = None
    scope: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    without: bool = True  # whether to tell for each facet with a choice how many there are without it
    within: frozenset[str] | None = None
    open: tuple[str, ...] = ()  # tokens of `Entry.open`, of which an entry has one
    starts: tuple[int | None, int | None] = (None, None)  # days by date.toordinal(), both included
    order: Order = "score"
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that matched. Bit n of `matched` is set when clause n of the words did."""

    id: str
    score: float = 0.0
    matched: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits asked for, in order and with ties by id, and the numbers of all that matched."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    without: Mapping[str, int] = field(default_factory=dict)


class Store(Protocol):
    """Where entries are kept. Every verb raises `SearchUnavailable` when it cannot keep its promise."""

    def ask(self, request: Request) -> Answer:
        """Answer from the entries as they are now."""

    def matched(self, asked: Asked, ids: Sequence[str]) -> Mapping[str, int]:
        """Which clauses, extras and lifts each of these entries meets, as the bits of `Hit.matched`; none is left out."""

    def facts(self) -> Facts:
        """What is known of every entry beside its words: place, freshness, audience."""

    def words(self) -> Mapping[str, int]:
        """Every word of the entries, as written and as a lemma or part, with how many entries have it."""

    def frequency(self, lemma: str) -> int:
        """The number of entries that have the lemma, in any zone; may count some that are gone."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries, replacing those with the same id."""

    def drop(self, ids: Iterable[str]) -> None:
        """Remove entries; ids that are not there are no error."""

    def change(self, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        """Add and remove in one step: a search finds all of it, or nothing of it yet."""

    def rebuild(self, entries: Iterable[Entry], stamp: str = "") -> int:
        """Replace everything at once, with the word that is kept beside it."""

    def stamp(self, stamp: str) -> None:
        """Keep another word beside the entries."""

    def ids(self) -> frozenset[str]:
        """All ids that are kept."""

    def check(self) -> Health:
        """Say how the store is doing; never raises."""
