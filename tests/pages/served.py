"""The site as `make run` serves it, in a folder of its own: the content of the demonstration, the production server."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.process import free_port

ROOT = Path(__file__).resolve().parents[2]
#: A machine that does much else has taken a minute for the first answer.
PATIENCE = 240.0


@contextmanager
def site(settings: str = "cms.settings.trial", *furnish: str) -> Iterator[int]:
    """The port on which the site is served; it is prepared before and gone afterwards.

    `furnish` is what Python is asked to do with the prepared site before it is served, such as `-m`, `a.module`.
    """
    with tempfile.TemporaryDirectory(prefix="vejviser-pages-") as folder:
        environment = os.environ | {"VEJVISER_VAR": folder, "DJANGO_SETTINGS_MODULE": settings, "STYLEGUIDE": "on"}
        for name in ("DATABASE_URL", "SEARCH_URL"):
            environment.pop(name, None)
        port = free_port()
        _python(environment, "manage.py", "prepare")
        if furnish:
            _python(environment, *furnish)
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        try:
            _wait(server, port)
            yield port
        finally:
            server.terminate()
            server.wait()


def _python(environment: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _wait(server: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/", timeout=10).close()
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise AssertionError(f"the site did not begin to serve within {PATIENCE:.0f} s")
