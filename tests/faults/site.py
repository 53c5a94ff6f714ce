"""A whole site of its own: database, index and settings in one folder, and the project's own commands as processes."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.services.shared_node import ROOT

#: What offers are called that no edit touches: a search for it has one right answer, whatever happens meanwhile.
STEADY, HOW_MANY = "fyrtårn", 7


class Searcher:
    """A process that searches as the site does; it ends at the first search that nobody answers."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, text: str = STEADY) -> frozenset[str]:
        """Search, and wait for what is found."""
        self._process.stdin.write(json.dumps({"text": text}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "The search failed."
        return frozenset(json.loads(line)["hits"])

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()


class Site:
    """One site. Its worker may be killed at any time, and is started again as a supervisor would."""

    def __init__(self, home: Path, database: Path, search_url: str) -> None:
        self.home = home
        shutil.copy(database, home / "site.sqlite3")
        self._environment = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ} | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.development",
            "VEJVISER_VAR": str(home),
            "DATABASE_URL": f"sqlite:///{home / 'site.sqlite3'}",
            "SEARCH_URL": search_url,
            # Nothing is sent in the request: all of it is the worker's to do.
            "TASKS_BACKEND": "django_tasks_db.DatabaseBackend",
            "SEARCH_COUNTING": "off",
        }
        self._worker: subprocess.Popen[Any] | None = None

    def manage(self, *arguments: str, check: bool = True) -> str:
        """Run a command to its end; what it said."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0 or not check, done.stderr[-2000:]
        return done.stdout

    def edit(self, *, seed: int, edits: int) -> "subprocess.Popen[Any]":
        """Let editors begin to work; the process ends when they have done so many edits."""
        return self._start("-m", "tests.faults.editing", str(seed), str(edits))

    def searcher(self) -> Searcher:
        return Searcher(
            self._start(
                "manage.py",
                "find",
                "--json",
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        )

    def start_worker(self) -> None:
        self._worker = self._start("manage.py", "search_index", "work")

    def kill_worker(self) -> None:
        """As a power cut does: in the middle of whatever it did."""
        if self._worker is not None:
            self._worker.send_signal(signal.SIGKILL)
            self._worker.wait()
            self._worker = None

    def settle(self) -> None:
        """Wait for what is left to be sent."""
        self.kill_worker()
        self.manage("search_index", "work", "--once")

    def _start(self, *arguments: str, **streams: Any) -> "subprocess.Popen[Any]":
        streams.setdefault("stdout", subprocess.DEVNULL)
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=self._environment, stderr=self._log(), **streams
        )

    def _log(self) -> Any:
        # Handed to a process that outlives this call, and closed with it.
        return os.open(self.home / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
