"""The production server with the demonstration's content, in a folder of its own, with all that it says kept to be read."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services.prepared import prepared as site_prepared
from tests.services.site import serving


@dataclass(frozen=True)
class Served:
    """A running site."""

    folder: Path
    port: int
    pid: int  # of the process that the workers belong to

    def workers(self) -> list[int]:
        """The processes that answer, by id."""
        told = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        return [int(pid) for pid in told.split()]

    def memory(self) -> int:
        """What its processes hold by themselves, in KiB."""
        return sum(_own_memory(pid) for pid in self.workers())

    def work(self) -> float:
        """What its processes have worked since they began, in seconds: whatever else the machine does is not in it."""
        return sum(_worked(pid) for pid in self.workers())


@contextmanager
def served(folder: Path, environment: dict[str, str] | None = None) -> Iterator[Served]:
    """The site of a prepared folder, served until the end of the block."""
    with (
        (folder / "stdout.log").open("ab") as out,
        (folder / "stderr.log").open("ab") as err,
        serving(_environment(folder) | (environment or {}), stdout=out, stderr=err) as (process, port),
    ):
        yield Served(folder, port, process.pid)


@contextmanager
def prepared() -> Iterator[Path]:
    """A folder with the demonstration's content."""
    with site_prepared(_environment(Path())) as folder:
        yield folder


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TZ", "SEARCH_MEANING") if name in os.environ}
    return kept | {"VEJVISER_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "cms.settings.trial"}


def _own_memory(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))


def _worked(pid: int) -> float:
    # The clock of another process, as clock_getcpuclockid(3) makes its number; /proc tells hundredths of a second only.
    return time.clock_gettime((~pid << 3) | 2)
