"""One Elasticsearch for a whole test run, however many processes run tests.

The first process that asks starts a keeper, which starts the node and stops it when the run's main process is gone,
however that ended.
"""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.services.availability import ServiceMissing
from tests.services.elasticsearch import PATIENCE, node

#: Set by the main process of a run before it starts others, which inherit it.
RUN = "VEJVISER_TEST_RUN"
ROOT = Path(__file__).resolve().parents[2]


def begin_run() -> None:
    """Say which process the servers of this run live and die with."""
    os.environ.setdefault(RUN, str(os.getpid()))


def shared_url() -> str:
    """The address of the run's node, started when nobody did."""
    run = os.environ[RUN]
    state = Path(tempfile.gettempdir()) / f"vejviser-run-{run}.json"
    with state.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not state.exists():
            _start_keeper(run, state)
    return _answer(state)


def _start_keeper(run: str, state: Path) -> None:
    command = [sys.executable, "-m", "tests.services.shared_node", run, str(state)]
    # Its own session, so that Ctrl-C for the tests reaches it only through the end of the run.
    keeper = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stdin=subprocess.DEVNULL)
    end = time.monotonic() + PATIENCE
    while not state.exists():
        if keeper.poll() is not None or time.monotonic() > end:
            raise ServiceMissing("the keeper of the shared Elasticsearch ended before the node served")
        time.sleep(0.2)
    # It outlives this process on purpose; a warning that it is still running would be an error in tests.
    keeper.returncode = 0


def _answer(state: Path) -> str:
    told = json.loads(state.read_text())
    if "missing" in told:
        raise ServiceMissing(told["missing"])
    return told["url"]


def keep(run: int, state: Path) -> None:
    """Run a node until the test run is gone."""
    try:
        with node() as single:
            _tell(state, url=single.url)
            while _alive(run):
                time.sleep(0.5)
    except ServiceMissing as missing:
        _tell(state, missing=str(missing))
        while _alive(run):
            time.sleep(0.5)
    finally:
        for path in (state, state.with_suffix(".lock")):
            path.unlink(missing_ok=True)


def _tell(state: Path, **words: str) -> None:
    """Write whole or not at all: readers see the file appear with its content."""
    draft = state.with_suffix(".draft")
    draft.write_text(json.dumps(words))
    draft.rename(state)


def _alive(process: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    keep(int(sys.argv[1]), Path(sys.argv[2]))
