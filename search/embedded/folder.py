"""The folder of an embedded index: generations side by side, the small file `current`, and the lock of the writer.

index/current           the name of the generation that answers
index/writer.lock       held by the one who writes
index/g-1f3a.../index   tantivy's files
index/g-1f3a.../about.json, facts.jsonl, stamp
"""

import fcntl
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from search.contract import SearchUnavailable
from search.plan.clauses import ZONES

_PREFIX = "g-"


@dataclass(frozen=True, slots=True)
class About:
    """What a generation was made with."""

    analysis: str
    facets: tuple[str, ...]
    zones: tuple[str, ...] = tuple(ZONES)  # the parts of an entry that words are looked for in


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete index."""

    path: Path

    @property
    def index(self) -> Path:
        return self.path / "index"

    @property
    def facts(self) -> Path:
        return self.path / "facts.jsonl"

    def stamp(self) -> str:
        """The word that was given with the entries; empty when none was."""
        try:
            return (self.path / "stamp").read_text("utf-8")
        except FileNotFoundError:
            return ""

    def keep_stamp(self, stamp: str) -> None:
        aside = self.path / "stamp.new"
        aside.write_text(stamp, "utf-8")
        aside.replace(self.path / "stamp")

    def about(self) -> About:
        told = json.loads((self.path / "about.json").read_text("utf-8"))
        return About(str(told["analysis"]), tuple(told["facets"]), tuple(told.get("zones", ())))

    def tell(self, about: About) -> None:
        (self.path / "about.json").write_text(json.dumps(asdict(about)), "utf-8")


class Folder:
    """Finds, makes, swaps and clears generations."""

    def __init__(self, path: Path, patience: float = 60.0) -> None:
        self.path = path
        self._patience = patience

    def current(self) -> Generation:
        """The generation that answers now."""
        return self.generation(self.named())

    def generation(self, name: str) -> Generation:
        """The generation that `current` names."""
        if not name:
            raise SearchUnavailable(f"There is no index in {self.path}: rebuild it.")
        # The name is read from a file; it must not lead out of the folder.
        if not name.startswith(_PREFIX) or "/" in name or not (self.path / name).is_dir():
            raise SearchUnavailable(f"{self.path / 'current'} names no index: rebuild it.")
        return Generation(self.path / name)

    def named(self) -> str:
        """What the file `current` says; nothing when it says nothing that can be read."""
        try:
            return (self.path / "current").read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def new(self) -> Generation:
        """An empty generation beside the others. Only with the writer's lock held."""
        generation = Generation(self.path / f"{_PREFIX}{uuid.uuid4().hex[:12]}")
        generation.index.mkdir(parents=True)
        return generation

    def swap(self, generation: Generation) -> None:
        """Let the generation answer from now on. It happens at once or not at all."""
        aside = self.path / "current.new"
        with aside.open("w", encoding="utf-8") as file:
            file.write(generation.path.name)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self.path / "current")

    def clear(self, keep: Generation | None) -> None:
        """Remove what rebuilds left behind, finished or killed. Only with the writer's lock held."""
        for path in self.path.glob(f"{_PREFIX}*"):
            if keep is None or path != keep.path:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer's lock; it is let go by the system when the process dies."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            file = (self.path / "writer.lock").open("a")
        except OSError as problem:
            raise SearchUnavailable(f"Nobody can write to {self.path}: {problem.strerror}") from problem
        with file:
            self._wait_for(file.fileno())
            yield

    def _wait_for(self, descriptor: int) -> None:
        deadline = time.monotonic() + self._patience
        while True:
            try:
                return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as taken:
                if time.monotonic() > deadline:
                    raise SearchUnavailable(f"Another process is writing to {self.path}.") from taken
                time.sleep(0.02)
