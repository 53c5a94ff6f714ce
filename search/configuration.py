"""Which engine answers. The site hands its settings and its editors' words over; nothing here reads any."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from search.contract import Engine, Entry, Explanation, Query, SearchUnavailable
from search.danish import DEFAULT, Analyser, Overlay
from search.embedded import EmbeddedStore
from search.facts import without_meaning
from search.fallback import Fallback
from search.finding import Finder
from search.highlight import Highlighter
from search.plan import Planner, Speller, WishFacets
from search.semantic import Direction, Likeness, Model, can_run
from search.store import Store
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

    `url` is empty for the embedded engine, or the address of an Elasticsearch: then the embedded one stands beside it,
    for when the other does not answer. `vocabulary` is asked at every search and gives the same object as long as
    nothing was edited; `overlay` is asked when the engine is made.
    """

    url: str = ""
    index_dir: Path
    facets: tuple[str, ...]
    audience_facet: str = "target_group"
    place_facet: str = "municipality"
    age_facet: str = "age"
    time_facet: str = "when"
    topic_facets: tuple[str, ...] = ("need",)  # what offers have in common when they are akin
    vocabulary: Callable[[], Vocabulary] = _no_words
    overlay: Callable[[], Overlay] = _shipped_overlay
    model: Model | None = None  # a second opinion by the meaning of whole texts
    directions: Callable[[], Mapping[str, Direction]] = dict  # of the topics that it knows

    def meaning(self) -> Callable[[Entry], str]:
        return self.model.of_entry if self.model else without_meaning

    def likeness(self) -> Likeness | None:
        return Likeness(self.model, self.directions()) if self.model else None

    def wish_facets(self) -> WishFacets:
        known = frozenset(self.facets)
        place, age = (name if name in known else "" for name in (self.place_facet, self.age_facet))
        return WishFacets(place, age, known, frozenset({self.time_facet}))


class _Process:
    """What this process has made of the configuration so far."""

    configuration: Configuration | None = None
    analyser: Analyser | None = None
    targets: Mapping[str, Engine] | None = None
    engine: Engine | None = None


def configure(
    url: str,
    index_dir: Path | str,
    facets: Iterable[str],
    vocabulary: Callable[[], Vocabulary] = _no_words,
    overlay: Callable[[], Overlay] = _shipped_overlay,
    *,
    meaning: bool = False,
    directions: Callable[[], Mapping[str, Direction]] = dict,
) -> None:
    """Choose the engine: an empty address, or "embedded:", keeps the entries in `index_dir` on this machine.

    The address of an Elasticsearch, such as https://name:password@localhost:9200, keeps them there as well. With
    `meaning` a sentence model gives a second opinion, where it is installed and can run; `directions` are those of the
    topics that it knows, asked when the engine is made.
    """
    require_known(url)
    _Process.configuration = Configuration(
        url=url,
        index_dir=Path(index_dir),
        facets=tuple(facets),
        vocabulary=vocabulary,
        overlay=overlay,
        model=Model() if meaning and can_run() else None,
        directions=directions,
    )
    renew()


def renew() -> None:
    """Read the overlay again: the next search is by the new analysis, and the index has to be rebuilt."""
    _Process.analyser = _Process.targets = _Process.engine = None


def engine() -> Engine:
    """The engine that answers in this process."""
    if _Process.engine is None:
        # In the order in which they are asked.
        engines = list(targets().values())
        _Process.engine = engines[0] if len(engines) == 1 else Fallback(engines[0], engines[1])
    return _Process.engine


def trial(vocabulary: Vocabulary) -> Engine:
    """An engine over the same entries that knows other words: what would be found if these were in force."""
    return next(iter(_made(replace(_configuration(), vocabulary=lambda: vocabulary)).values()))


def explain(query: Query, ids: Sequence[str]) -> tuple[Explanation, ...]:
    """Why entries stand where they do. The embedded engine tells: it is always there, and gives the same order."""
    embedded = targets()["embedded"]
    if not isinstance(embedded, Finder):
        raise SearchUnavailable("The embedded engine does not explain itself.")
    return embedded.explain(query, ids)


def targets() -> Mapping[str, Engine]:
    """Every engine that has to be kept up to date, by name: each is written to by itself."""
    if _Process.targets is None:
        _Process.targets = _made(_configuration())
    return _Process.targets


def target_names() -> tuple[str, ...]:
    """The names of `targets()`, without making any of them."""
    return ("elastic", "embedded") if _is_elastic(_configuration().url) else ("embedded",)


def analyser() -> Analyser:
    """The analysis of Danish that entries and queries go through."""
    if _Process.analyser is None:
        _Process.analyser = Analyser(_configuration().overlay())
    return _Process.analyser


def highlighter() -> Highlighter:
    """Marks in a text why it was found."""
    return Highlighter(analyser())


def suggestions(rows: Iterable[Suggestion], scope: Mapping[str, tuple[str, ...]]) -> Suggestions:
    """A table of suggestions for one site, whose entries are those of the scope."""
    return Suggestions(
        rows, analyser(), lambda label: engine().search(Query(text=label, scope=scope, size=0, exactly=True)).total
    )


def _configuration() -> Configuration:
    if _Process.configuration is None:
        raise SearchUnavailable("No search engine is configured: call search.configure() first.")
    return _Process.configuration


def _is_elastic(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def require_known(url: str) -> None:
    """Raise `UnknownEngine` for an address that names none."""
    if _is_elastic(url):
        # Loading the client takes a moment, which a site without a server need not wait for.
        from search.elastic import Address, BadAddress  # noqa: PLC0415

        try:
            Address.of(url)
        except BadAddress as problem:
            raise UnknownEngine(str(problem)) from problem
    elif url not in {"", "embedded", "embedded:"}:
        raise UnknownEngine(f'"{url}" is no search engine. Leave it empty for the embedded one.')


def _made(configuration: Configuration) -> dict[str, Engine]:
    """The engines of the configuration, the one to be asked first in front."""
    made: dict[str, Engine] = {}
    kept = (analyser(), configuration.facets, configuration.topic_facets, configuration.meaning())
    if _is_elastic(configuration.url):
        # As above.
        from search.elastic import Address, ElasticEngine, ElasticStore  # noqa: PLC0415

        address = Address.of(configuration.url)
        elastic = ElasticStore(address, *kept)
        made["elastic"] = ElasticEngine(elastic, *_asked(configuration, elastic), likeness=configuration.likeness())
    embedded = EmbeddedStore(configuration.index_dir, *kept)
    made["embedded"] = Finder(embedded, *_asked(configuration, embedded), likeness=configuration.likeness())
    return made


def _asked(configuration: Configuration, store: Store) -> tuple[Planner, str]:
    return _planner(configuration, store), configuration.audience_facet


def _planner(configuration: Configuration, store: Store) -> Planner:
    return Planner(
        analyser(),
        Speller(analyser(), store.words, store.facts, store.frequency),
        store.frequency,
        lambda: len(store.facts()),
        vocabulary=configuration.vocabulary,
        facets=configuration.wish_facets(),
    )
