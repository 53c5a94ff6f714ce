"""Which engine answers. The site hands its settings and its editors' words over; nothing here reads any."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from search.contract import Engine, SearchUnavailable
from search.danish import DEFAULT, Analyser, Overlay
from search.embedded import EmbeddedStore
from search.finding import Finder
from search.highlight import Highlighter
from search.plan import Planner, Speller, WishFacets
from search.suggest import Suggestion, Suggestions
from search.vocabulary import EMPTY, Vocabulary


class UnknownEngine(ValueError):
    """The address of the search engine names none that exists."""


def _no_words() -> Vocabulary:
    return EMPTY


def _shipped_overlay() -> Overlay:
    return DEFAULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Where entries are kept, which facets they have, and where the words of the editors come from.

    `url` is empty for the embedded engine. `vocabulary` is asked at every search and gives the same object as long as
    nothing was edited; `overlay` is asked when the engine is made.
    """

    url: str = ""
    index_dir: Path
    facets: tuple[str, ...]
    audience_facet: str = "target_group"
    place_facet: str = "municipality"
    age_facet: str = "age"
    topic_facets: tuple[str, ...] = ("need",)  # what offers have in common when they are akin
    vocabulary: Callable[[], Vocabulary] = _no_words
    overlay: Callable[[], Overlay] = _shipped_overlay

    def wish_facets(self) -> WishFacets:
        known = frozenset(self.facets)
        place, age = (name if name in known else "" for name in (self.place_facet, self.age_facet))
        return WishFacets(place, age, known)


class _Process:
    """What this process has made of the configuration so far."""

    configuration: Configuration | None = None
    analyser: Analyser | None = None
    engine: Engine | None = None


def configure(
    url: str,
    index_dir: Path | str,
    facets: Iterable[str],
    vocabulary: Callable[[], Vocabulary] = _no_words,
    overlay: Callable[[], Overlay] = _shipped_overlay,
) -> None:
    """Choose the engine: an empty address, or "embedded:", keeps the entries in `index_dir` on this machine."""
    if url not in {"", "embedded", "embedded:"}:
        raise UnknownEngine(f'"{url}" is no search engine. Leave it empty for the embedded one.')
    _Process.configuration = Configuration(
        url=url, index_dir=Path(index_dir), facets=tuple(facets), vocabulary=vocabulary, overlay=overlay
    )
    renew()


def renew() -> None:
    """Read the overlay again: the next search is by the new analysis, and the index has to be rebuilt."""
    _Process.analyser = _Process.engine = None


def engine() -> Engine:
    """The engine of this process."""
    if _Process.engine is None:
        _Process.engine = _made(_configuration())
    return _Process.engine


def analyser() -> Analyser:
    """The analysis of Danish that entries and queries go through."""
    if _Process.analyser is None:
        _Process.analyser = Analyser(_configuration().overlay())
    return _Process.analyser


def highlighter() -> Highlighter:
    """Marks in a text why it was found."""
    return Highlighter(analyser())


def suggestions(rows: Iterable[Suggestion]) -> Suggestions:
    """A table of suggestions for one site."""
    return Suggestions(rows, analyser())


def _configuration() -> Configuration:
    if _Process.configuration is None:
        raise SearchUnavailable("No search engine is configured: call search.configure() first.")
    return _Process.configuration


def _made(configuration: Configuration) -> Engine:
    store = EmbeddedStore(configuration.index_dir, analyser(), configuration.facets, configuration.topic_facets)
    planner = Planner(
        analyser(),
        Speller(analyser(), store.words, store.facts, store.frequency),
        store.frequency,
        lambda: len(store.facts()),
        vocabulary=configuration.vocabulary,
        facets=configuration.wish_facets(),
    )
    return Finder(store, planner, configuration.audience_facet)
