"""What an attack did to the site: faults, lost processes, memory, and what of it stands written anywhere."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.attack.hostile import ADDRESS, MARK
from tests.attack.served import Served

#: In logs neither what was sent nor from where.
_IN_NO_LOG = re.compile(rf"{MARK}|{re.escape(ADDRESS)}|127\.0\.0\.1|Traceback", re.IGNORECASE)
#: A log line begins with time and level.
LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d{4} (INFO|WARNING|ERROR|CRITICAL) [\w.]+: ")


@dataclass
class Watch:
    """What was seen during one attack."""

    site: Served
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._workers = self.site.workers()

    def processes(self) -> None:
        """Whether those that answered in the beginning still do."""
        if self.site.workers() != self._workers:
            self.faults.append(f"workers {self._workers} became {self.site.workers()}")

    def leaks(self, *logs: Path) -> None:
        """Whether anything that was sent stands in a log, or in a file of the site."""
        for log in (self.site.folder / "stderr.log", self.site.folder / "stdout.log", *logs):
            for line in log.read_text(errors="replace").splitlines():
                if _IN_NO_LOG.search(line):
                    self.faults.append(f"{log.name} has: {line[:200]}")
        for path in _files(self.site.folder):
            # What feedback was given stands in the database, and is meant to.
            if MARK.encode() in path.read_bytes() and not path.name.startswith("vejviser.sqlite3"):
                self.faults.append(f"{path.relative_to(self.site.folder)} has the mark")

    def log_lines(self) -> list[str]:
        """What the server wrote, without the lines that tell where an exception happened."""
        lines = (self.site.folder / "stderr.log").read_text(errors="replace").splitlines()
        return [line for line in lines if line and not line.startswith((" ", "while handling:"))]


def _files(folder: Path) -> Iterator[Path]:
    # The static files came with the code.
    return (path for path in folder.rglob("*") if path.is_file() and "static" not in path.parts)
