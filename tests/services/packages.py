"""What tests need from the system, installed where the rights allow it.

`python -m tests.services.packages` uses apt as root or through `sudo -n`, which never asks; elsewhere it says what is
missing, and the tests that need it are skipped with the reason.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from tests.services import chromium, elastic_distribution, nginx, postgresql, s3
from tests.services.availability import ServiceMissing, required


def _chromium() -> bool:
    try:
        return bool(chromium.executable())
    except ServiceMissing:
        return False


def _postgresql() -> bool:
    try:
        return bool(os.environ.get("DATABASE_URL") or postgresql.programs())
    except ServiceMissing:
        return False


def _maven() -> bool:
    """Maven only fetches servers: what is there already, or runs elsewhere, needs no fetching."""
    fetched = (os.environ.get("SEARCH_URL") or elastic_distribution.ARCHIVE.cached()) and s3.SERVER.cached()
    return bool(shutil.which("mvn") or fetched)


def _nginx() -> bool:
    try:
        return bool(nginx.program())
    except ServiceMissing:
        return False


def _gettext() -> bool:
    return shutil.which("msgfmt") is not None


NEEDS: dict[str, tuple[Callable[[], bool], tuple[str, ...]]] = {
    "browser tests": (_chromium, ("chromium", "fonts-dejavu-core")),
    "tests on PostgreSQL": (_postgresql, ("postgresql",)),
    "tests on Elasticsearch and on a bucket": (_maven, ("maven",)),
    "tests of the example for a proxy": (_nginx, ("nginx-light",)),
    "tests of the translations": (_gettext, ("gettext",)),
}


def missing() -> dict[str, tuple[str, ...]]:
    """The tests that could not run as things are, with the packages that they wait for."""
    return {tests: packages for tests, (there, packages) in NEEDS.items() if not there()}


def install(packages: list[str]) -> bool:
    """Install with apt if this user may; whether it worked. What apt says is shown only when it fails."""
    rights = _rights()
    if rights is None or shutil.which("apt-get") is None:
        return False
    print(f"Installing what tests need: {' '.join(packages)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*rights, "apt-get", *command], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(f"apt-get {command[0]} failed: {done.stderr[-1000:]}")
    return done.returncode == 0


def _rights() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None


def main() -> int:
    wanted = sorted({package for packages in missing().values() for package in packages})
    if wanted:
        install(wanted)
    still = missing()
    for tests, packages in still.items():
        print(f"Without these packages {tests} are left out: sudo apt-get install {' '.join(packages)}")
    return 1 if still and required() else 0


if __name__ == "__main__":
    sys.exit(main())
