"""A commit, checked out into a folder of its own with a database and an index of its own, and asked in a process of its own.

Both commits run on the packages that are installed here.
"""

import io
import json
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Self

from tests.comparing import asking
from tests.comparing.addresses import Address

ROOT = Path(__file__).resolve().parents[2]
#: The approved words are asked for too: there is more to compare.
SETTINGS = {"DJANGO_SETTINGS_MODULE": "cms.settings.trial", "CRISIS_TEXTS_APPROVED": "on", "STYLEGUIDE": "on"}
#: What would lead to another database, another index or other settings than the checkout's own.
FOREIGN = re.compile(r"DATABASE_URL|SEARCH_|TASKS_|DJANGO_|VEJVISER_|PYTHON|GIT_|SECRET_KEY|ALLOWED_HOSTS")
KEY = re.compile(r"<([^<>]+)>")


class Checkout:
    """One commit's code, content and answers."""

    def __init__(self, commit: str, folder: Path) -> None:
        self.commit = commit
        self.code, self.errors = folder / "code", folder / "errors.log"
        inherited = {name: value for name, value in os.environ.items() if not FOREIGN.match(name)}
        self.environment = inherited | SETTINGS | {"VEJVISER_VAR": str(folder / "var"), "PYTHONPATH": str(self.code)}

    def prepare(self) -> None:
        """Write the commit's files, and make its site ready as `make run` does."""
        archive = subprocess.run(["git", "archive", self.commit], cwd=ROOT, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(self.code, filter="data")
        done = subprocess.run(
            [sys.executable, "manage.py", "prepare"],
            cwd=self.code,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{self.commit} cannot be prepared:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")

    def __enter__(self) -> Self:
        # -P: the folder of `asking` is no place to import from; the checkout's own code is.
        self.process = subprocess.Popen(
            [sys.executable, "-P", asking.__file__],
            cwd=self.code,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors.open("w"),
            text=True,
        )
        return self

    def __exit__(self, *_error) -> None:
        self.process.stdin.close()
        self.process.wait()

    def begin(self) -> dict:
        """What it holds, once it is there to be asked; see `asking.held`."""
        self.held = self.read()
        return self.held

    def ask(self, address: Address) -> None:
        """Send an address, with this checkout's own keys in it; `read` gives the answer."""
        own = KEY.sub(lambda found: str(self.held["keys"].get(found[1], 0)), json.dumps(address.request()))
        self.process.stdin.write(own + "\n")
        self.process.stdin.flush()

    def read(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.commit} stopped answering:\n{self.errors.read_text()[-2000:]}")
        return json.loads(line)


def commit_of(name: str) -> str:
    """The commit that a name such as `main` or `HEAD~3` stands for, as seven digits or more."""
    command = ["git", "rev-parse", "--short", "--verify", "--end-of-options", f"{name}^{{commit}}"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if found.returncode:
        raise SystemExit(f'There is no commit "{name}" here.')
    # rev-parse repeats the option that ends its options.
    return found.stdout.split()[-1]
