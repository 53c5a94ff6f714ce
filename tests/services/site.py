"""The site as `make run` serves it, started beside the tests: its own commands, and its server."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.services.process import free_port

ROOT = Path(__file__).resolve().parents[2]
#: Seconds. A machine that does much else has taken a minute for the first answer.
PATIENCE = 240.0


def run_python(environment: Mapping[str, str], *arguments: str) -> str:
    """Run Python in the project's root to its good end; what it said."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def serving(environment: Mapping[str, str], **streams: Any) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """The server of a prepared site and the port that it answers on. `streams` say where its words go, as `Popen` takes it."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)], cwd=ROOT, env=environment, **streams
    )
    try:
        _wait(server, port)
        yield server, port
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/", timeout=10).close()
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise AssertionError(f"the site did not begin to serve within {PATIENCE:.0f} s")
