"""The site with the demonstration's content, prepared once for a whole test run, however many processes run tests."""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.services.shared_node import RUN, begin_run
from tests.services.site import run_python


@contextmanager
def prepared(environment: Mapping[str, str]) -> Iterator[Path]:
    """A folder of one's own with all that `prepare` makes under these settings: a copy, for it is a minute's work."""
    with tempfile.TemporaryDirectory(prefix="vejviser-site-") as folder:
        # A proxy's workers, which belong to somebody else, read in it.
        Path(folder).chmod(0o755)
        shutil.copytree(_prepared_once(environment), folder, dirs_exist_ok=True)
        yield Path(folder)


def _prepared_once(environment: Mapping[str, str]) -> Path:
    """Where it was prepared, by whoever asked first; gone with the run."""
    begin_run()
    name = f"vejviser-prepared-{os.environ[RUN]}-{environment['DJANGO_SETTINGS_MODULE']}"
    first = Path(tempfile.gettempdir()) / name
    with first.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not first.exists():
            draft = Path(tempfile.mkdtemp(prefix="vejviser-preparing-"))
            run_python({**environment, "VEJVISER_VAR": str(draft)}, "manage.py", "prepare")
            draft.rename(first)
    return first


@atexit.register
def _tidy() -> None:
    """Delete what was prepared, at the end of the process that the run began with."""
    if os.environ.get(RUN) == str(os.getpid()):
        for path in Path(tempfile.gettempdir()).glob(f"vejviser-prepared-{os.getpid()}-*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
