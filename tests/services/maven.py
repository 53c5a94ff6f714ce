"""Servers that tests need and that Maven brings: fetched once, known by their content."""

import fcntl
import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services.availability import ServiceMissing

COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
CACHE = Path(__file__).resolve().parents[2] / ".elastic"


@dataclass(frozen=True)
class Artifact:
    """A file of Maven's repository, with its name here, where it is found and its SHA-256."""

    file: str
    coordinates: str
    sha256: str

    @property
    def path(self) -> Path:
        return CACHE / self.file

    def fetch(self) -> Path:
        """The file, from the cache or through Maven; two processes at once fetch it once."""
        CACHE.mkdir(exist_ok=True)
        with _locked(CACHE / "lock"):
            if not self.cached():
                self._download()
        return self.path

    def cached(self) -> bool:
        """Whether the file is here, whole."""
        if not self.path.exists():
            return False
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256

    def _download(self) -> None:
        maven = shutil.which("mvn")
        if maven is None:
            raise ServiceMissing(f"Maven is missing, which fetches {self.file}: sudo apt-get install maven")
        command = [maven, "-q", "-B", COPY, f"-Dartifact={self.coordinates}", f"-DoutputDirectory={CACHE}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        if done.returncode:
            raise ServiceMissing(f"Maven could not fetch {self.file}; is there a network? {done.stdout[-500:]}")
        if not self.cached():
            raise ServiceMissing(f"{self.path} is not the file that was expected; delete it and try again")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
