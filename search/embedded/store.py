"""The store inside the process: a tantivy index in a folder that may be thrown away at any time."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from search.contract import Entry, Health, SearchUnavailable
from search.danish import Analyser
from search.embedded import writer
from search.embedded.door import answering
from search.embedded.folder import About, Folder, Generation
from search.embedded.reader import Reader
from search.embedded.schema import Documents
from search.embedded.soundness import Soundness
from search.facts import Facts, without_meaning
from search.plan.clauses import Asked
from search.store import Answer, Request, UnknownFacet

T = TypeVar("T")


class EmbeddedStore:
    """Keeps entries in a folder of this machine; any number of processes read, one at a time writes."""

    def __init__(
        self,
        path: Path,
        analyser: Analyser,
        facets: tuple[str, ...],
        topic_facets: tuple[str, ...] = (),
        meaning: Callable[[Entry], str] = without_meaning,
        patience: float = 60.0,
    ) -> None:
        self._folder = Folder(path, patience)
        self._about = About(analyser.version, facets)
        self._documents = Documents(analyser, facets, topic_facets, meaning)
        self._soundness = Soundness()
        self._opened: Reader | None = None
        self._process = os.getpid()

    def ask(self, request: Request) -> Answer:
        unknown = {*request.scope, *request.facets, *request.counted} - set(self._about.facets)
        if unknown:
            raise UnknownFacet(f"No facet is called {', '.join(sorted(unknown))}: name it in search.configure().")
        return self._told("be asked", lambda reader: reader.ask(request))

    def matched(self, asked: Asked, ids: Sequence[str]) -> Mapping[str, int]:
        return self._told("be asked", lambda reader: reader.matched(asked, ids))

    def facts(self) -> Facts:
        return self._told("tell facts", Reader.facts)

    def words(self) -> Mapping[str, int]:
        return self._told("list its words", Reader.words)

    def frequency(self, lemma: str) -> int:
        return self._told("count a word", lambda reader: reader.frequency(lemma))

    def put(self, entries: Iterable[Entry]) -> None:
        self.change(entries, ())

    def drop(self, ids: Iterable[str]) -> None:
        self.change((), ids)

    def change(self, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        with self._folder.writing():
            generation = self._folder.current()
            with answering("be read"):
                self._require_layout(generation.about())
            writer.change(generation, self._documents, entries, gone)

    def rebuild(self, entries: Iterable[Entry], stamp: str = "") -> int:
        with self._folder.writing():
            # The entries are read only now: what was put before this moment is in the database they come from.
            self._folder.clear(keep=self._current_or_none())
            generation = self._folder.new()
            count = writer.fill(generation, self._documents, self._about, entries)
            generation.keep_stamp(stamp)
            self._folder.swap(generation)
            self._folder.clear(keep=generation)
            return count

    def stamp(self, stamp: str) -> None:
        with self._folder.writing(), answering("be stamped"):
            self._folder.current().keep_stamp(stamp)

    def ids(self) -> frozenset[str]:
        return self._told("list its ids", Reader.ids)

    def check(self) -> Health:
        try:
            return self._told("be checked", self._health)
        except SearchUnavailable as problem:
            # A folder of this machine does not come back by itself, whatever is wrong with it.
            return Health("embedded", ready=False, problem=str(problem), lost=True)

    def _told(self, what: str, ask: Callable[[Reader], T]) -> T:
        """Ask the generation that answers now, and again if a rebuild cleared it away under the question."""
        while True:
            named = self._folder.named()
            try:
                with answering(what):
                    return ask(self._reader(named))
            except SearchUnavailable:
                if named == self._folder.named():
                    raise

    def _reader(self, named: str) -> Reader:
        """A reader of the generation with this name, opened by this process."""
        reader = self._opened
        if reader is None or not self._is_current(reader, named):
            reader = Reader(self._folder.generation(named))
            self._opened, self._process = reader, os.getpid()
        self._require_layout(reader.about)
        return reader

    def _is_current(self, reader: Reader, named: str) -> bool:
        return reader.generation.path.name == named and self._process == os.getpid() and reader.is_opened_rightly()

    def _require_layout(self, about: About) -> None:
        if (about.facets, about.zones) != (self._about.facets, self._about.zones):
            raise SearchUnavailable("The index was made for other facets than are configured: rebuild it.")

    def _current_or_none(self) -> Generation | None:
        try:
            return self._folder.current()
        except SearchUnavailable:
            return None

    def _health(self, reader: Reader) -> Health:
        self._soundness.require(reader.generation.index)
        # A real question, for whatever is wrong with what this process has opened.
        reader.ask(Request(counted=self._about.facets, limit=1))
        written = (reader.generation.index / "meta.json").stat().st_mtime
        stale = reader.about.analysis != self._about.analysis
        problem = "The analysis of words has changed since the index was made: rebuild it." if stale else ""
        return Health(
            engine="embedded",
            ready=True,
            entries=reader.searcher().num_docs,
            analysis=reader.about.analysis,
            committed=datetime.fromtimestamp(written, UTC),
            problem=problem,
            stamp=reader.generation.stamp(),
        )
