"""The facts beside an index as a log: writers add lines, readers read on from where they were.

A line is a fact, or the id of an entry that is gone. Written before the index commits, so that no reader meets an
entry without its facts; facts of an entry that the index then lacks do no harm.
"""

import json
import threading
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from sys import intern
from typing import Any

from search.embedded.numbers import number_of
from search.facts import Fact, Facts

_LOOK_EVERY = 4 * 1024 * 1024


def append(path: Path, facts: Iterable[Fact], gone: Iterable[str] = ()) -> None:
    """Write down what became true."""
    lines = [json.dumps(_row(fact), ensure_ascii=False) for fact in facts]
    lines += [json.dumps({"id": key, "gone": True}, ensure_ascii=False) for key in gone]
    if not lines:
        return
    with path.open("a", encoding="utf-8") as file:
        # The empty line closes what a killed writer may have left unfinished.
        file.write("\n" + "\n".join(lines) + "\n")


def shorten_sometimes(path: Path, size_before: int) -> None:
    """Shorten the log whenever it has grown past another few megabytes: to look at every write would be dear."""
    if path.stat().st_size // _LOOK_EVERY != size_before // _LOOK_EVERY:
        shorten(path)


def shorten(path: Path, limit: int = 10_000) -> None:
    """Rewrite the log when most of its lines are out of date."""
    reader = FactsReader(path)
    facts = reader.facts()
    if reader.lines <= 2 * len(facts) + limit:
        return
    aside = path.with_suffix(".new")
    aside.unlink(missing_ok=True)
    append(aside, facts.values())
    aside.replace(path)


class FactsReader:
    """Follows one log."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file_id = -1
        self._read = 0
        self._rows: dict[str, Fact] = {}
        self._topics: Counter[str] = Counter()
        #: The id of each number that stands for one in the index; also of entries that are gone.
        self.names: dict[int, str] = {}
        self._facts = Facts()
        self._alone = threading.Lock()
        self.lines = 0

    def facts(self) -> Facts:
        """The facts as they are now; the same object as before when nothing was added."""
        with self._alone:
            return self._current()

    def _current(self) -> Facts:
        about = self._path.stat()
        if about.st_ino != self._file_id or about.st_size < self._read:
            self._file_id, self._read, self._rows, self.lines = about.st_ino, 0, {}, 0
            self._topics.clear()
        if about.st_size > self._read or self.lines == 0:
            self._read_on()
            self._facts = Facts(self._rows.values(), dict(self._topics))
        return self._facts

    def _read_on(self) -> None:
        with self._path.open("rb") as file:
            file.seek(self._read)
            # What stands after the last line break is still being written.
            whole = file.read().rpartition(b"\n")[0]
        self._read += len(whole) + 1 if whole else 0
        for line in whole.split(b"\n"):
            if line.strip():
                self.lines += 1
                self._learn(line)

    def _learn(self, line: bytes) -> None:
        try:
            row = json.loads(line)
        except ValueError:
            return  # torn by a killed writer, whose batch is put again
        before = self._rows.pop(row["id"], None)
        if before:
            self._topics.subtract(before.topics)
        if not row.get("gone"):
            fact = self._rows[row["id"]] = _fact(row)
            self._topics.update(fact.topics)
            self.names[number_of(fact.id)] = fact.id


def _row(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "points": fact.points,
        "verified": fact.verified.isoformat() if fact.verified else None,
        "complete": fact.complete,
        "audience": dict(fact.audience),
        "topics": fact.topics,
        "digest": fact.digest,
        "meaning": fact.meaning,
    }


def _fact(row: dict[str, Any]) -> Fact:
    verified = date.fromisoformat(row["verified"]) if row["verified"] else None
    points = tuple((lat, lon) for lat, lon in row["points"])
    topics = tuple(intern(topic) for topic in row["topics"])
    told = (row.get("digest", ""), row.get("meaning", ""))
    return Fact(row["id"], points, verified, row["complete"], row["audience"], topics, *told)
