"""Two municipalities against each other: every role at every address, chooser, list of many and table of the admin."""

import subprocess
import sys

from tests.services.site import ROOT

#: A run that ends otherwise has found something, or was not begun.
PASSED = 0


def roles() -> list[str]:
    """Let the tests of roles run, on the database that DATABASE_URL names or on SQLite; the faults that were found."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/cms/roles", "-q", "--no-header", "-p", "no:cacheprovider"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines() or [done.stderr]
    print(f"  {lines[-1]}")
    faults = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    return faults or ([] if done.returncode == PASSED else lines[-1:])
