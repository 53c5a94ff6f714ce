"""App servers as processes: each has its own folder and index, and all share one database."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.services.shared_node import ROOT

#: Seconds. A busy machine has taken a minute to start alone.
PATIENCE = 240.0


def wait_for(happened: Callable[[], object]) -> None:
    """Wait until something has happened; a machine that never gets there fails the test by its name."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, happened.__name__
        time.sleep(0.2)


class Process:
    """A process that answers a line with a line."""

    def __init__(self, process: "subprocess.Popen[str]", log: Path) -> None:
        self._process = process
        self._log = log

    def ask(self, **what: Any) -> Any:
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"It ended with {self._process.wait(timeout=60)}: {self._log.read_text()[-2000:]}"
        return json.loads(line)

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()


class Machine:
    """One app server."""

    def __init__(self, home: Path, database_url: str, search_url: str = "") -> None:
        home.mkdir(exist_ok=True)
        self.home = home
        self.environment = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ} | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.development",
            "VEJVISER_VAR": str(home),
            "DATABASE_URL": database_url,
            "SEARCH_URL": search_url,
            # Nothing is sent in the request: all of it is the worker's to do.
            "TASKS_BACKEND": "django_tasks_db.DatabaseBackend",
            "SEARCH_COUNTING": "off",
        }
        self._processes: list[Process] = []
        self._running: list[subprocess.Popen[bytes]] = []

    def manage(self, *arguments: str) -> str:
        """Run a command to its end; what it said."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr[-2000:]
        return done.stdout

    def process(self) -> Process:
        """A process of this machine's site that visits, edits and works when it is asked to."""
        with (self.home / "log.txt").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.cms.machines.process"],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
            )
        self._processes.append(Process(process, self.home / "log.txt"))
        return self._processes[-1]

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Begin a command that goes on for ever; what it says lies in its folder."""
        return self._begin(arguments[0], "manage.py", *arguments)

    def serve(self, port: int, *under: str) -> "subprocess.Popen[bytes]":
        """Begin to answer visitors, as the documented command does; `under` is a command that runs it, with less rights."""
        server = ("-m", "gunicorn", "--config", "python:cms.serving.config", "--bind", f":{port}")
        return self._begin("serve", *server, under=under)

    def _begin(self, name: str, *arguments: str, under: tuple[str, ...] = ()) -> "subprocess.Popen[bytes]":
        with (self.home / f"{name}.txt").open("ab") as log:
            command = [*under, sys.executable, *arguments]
            self._running.append(subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log))
        return self._running[-1]

    def close(self) -> None:
        for process in self._processes:
            process.close()
        for running in self._running:
            running.terminate()
        for running in self._running:
            running.wait()
