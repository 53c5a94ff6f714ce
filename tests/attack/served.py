"""The production server with the demonstration's content, in a folder of its own, with all that it says kept to be read."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.attack.wire import ask
from tests.services.process import free_port

ROOT = Path(__file__).resolve().parents[2]
#: Seconds. A machine that does much else has taken a minute for the first answer.
PATIENCE = 240.0


@dataclass(frozen=True)
class Served:
    """A running site."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"

    def workers(self) -> list[int]:
        """The processes that answer, by id."""
        told = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in told.split()]

    def memory(self) -> int:
        """What its processes hold by themselves, in KiB."""
        return sum(_own_memory(pid) for pid in self.workers())

    def manage(self, *arguments: str) -> str:
        """Run a command of the project on this site; what it said."""
        return _run(self.folder, "manage.py", *arguments)


@contextmanager
def served(folder: Path, environment: dict[str, str] | None = None) -> Iterator[Served]:
    """The site of a prepared folder, served until the end of the block."""
    port = free_port()
    with (folder / "stdout.log").open("ab") as out, (folder / "stderr.log").open("ab") as err:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=ROOT,
            env=_environment(folder) | (environment or {}),
            stdout=out,
            stderr=err,
        )
        try:
            _wait(process, port)
            yield Served(folder, port, process)
        finally:
            process.terminate()
            process.wait(timeout=60)


@contextmanager
def prepared() -> Iterator[Path]:
    """A folder with the demonstration's content."""
    with tempfile.TemporaryDirectory(prefix="vejviser-attack-") as name:
        # A proxy's workers, which belong to somebody else, read in it.
        Path(name).chmod(0o755)
        _run(Path(name), "manage.py", "prepare")
        yield Path(name)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TZ") if name in os.environ}
    return kept | {"VEJVISER_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "cms.settings.trial"}


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=_environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            if ask(port, "/").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.3)
    raise AssertionError(f"the site did not begin to serve within {PATIENCE:.0f} s")


def _own_memory(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))
