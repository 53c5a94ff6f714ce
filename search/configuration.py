"""Which engine answers. The site hands its settings over; nothing here reads any."""

from dataclasses import dataclass
from pathlib import Path

from search.analysis import StemmingAnalyser
from search.contract import Engine, SearchUnavailable
from search.embedded import EmbeddedStore
from search.finding import Finder
from search.plan import Planner


class UnknownEngine(ValueError):
    """The address of the search engine names none that exists."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """Where entries are kept and which facets they have."""

    url: str
    index_dir: Path
    facets: tuple[str, ...]
    audience_facet: str


_state: dict[str, object] = {}


def configure(url: str, index_dir: Path | str, facets: tuple[str, ...], audience_facet: str = "target_group") -> None:
    """Choose the engine: "" or "embedded:" keeps the entries in `index_dir` on this machine."""
    if url not in {"", "embedded", "embedded:"}:
        raise UnknownEngine(f'"{url}" is no search engine. Leave it empty for the embedded one.')
    _state.clear()
    _state["configuration"] = Configuration(url, Path(index_dir), tuple(facets), audience_facet)


def engine() -> Engine:
    """The engine of this process."""
    made = _state.get("engine")
    if not isinstance(made, Finder):
        made = _state["engine"] = _make()
    return made


def _make() -> Finder:
    configuration = _state.get("configuration")
    if not isinstance(configuration, Configuration):
        raise SearchUnavailable("No search engine is configured: call search.configure() first.")
    analyser = StemmingAnalyser()
    store = EmbeddedStore(configuration.index_dir, analyser, configuration.facets)
    planner = Planner(analyser, store.frequency, lambda: len(store.facts()))
    return Finder(store, planner, configuration.audience_facet)
