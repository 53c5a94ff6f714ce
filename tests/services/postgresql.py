"""A private PostgreSQL from the system's packages, in a folder that goes away, on a port of its own.

From the shell: `python -m tests.services.postgresql COMMAND ...` runs a command with DATABASE_URL set to it. A
DATABASE_URL that is set already is used as it is.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.availability import ServiceMissing, required
from tests.services.process import free_port, scratch, unprivileged

OWNER = "vejviser"
#: Durability is for data that somebody wants to keep.
HURRY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"


@contextmanager
def database_url() -> Iterator[str]:
    """The address of a server on which tests may create databases."""
    if os.environ.get("DATABASE_URL"):
        yield os.environ["DATABASE_URL"]
        return
    with server() as port:
        yield f"postgresql://{OWNER}@127.0.0.1:{port}/postgres"


@contextmanager
def server(owner: str = OWNER) -> Iterator[int]:
    """The port of a server that nobody else knows, which belongs to this user and asks nobody for a password."""
    with scratch("postgresql") as home, _cluster(home, owner) as port:
        yield port


def programs() -> Path:
    """The folder of `initdb` and `pg_ctl`: Debian keeps them out of the path, one folder a version."""
    root = Path("/usr/lib/postgresql")
    versions = sorted((int(folder.name), folder) for folder in root.glob("*") if re.fullmatch(r"\d+", folder.name))
    for number, folder in reversed(versions):
        if number >= 15 and (folder / "bin/initdb").exists():
            return folder / "bin"
    raise ServiceMissing("PostgreSQL 15 or newer is missing: sudo apt-get install postgresql")


@contextmanager
def _cluster(home: Path, owner: str) -> Iterator[int]:
    port = free_port()
    data = home / "data"
    control: list[str | Path] = [programs() / "pg_ctl", "-D", data, "-w", "-t", "60", "-l", home / "log.txt"]
    _run(
        programs() / "initdb", "-D", data, "-U", owner, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N", cwd=home
    )
    _run(*control, "-o", f"-p {port} -c listen_addresses=127.0.0.1 -k {home} {HURRY}", "start", cwd=home)
    try:
        yield port
    finally:
        _run(*control, "-m", "immediate", "stop", cwd=home)


def _run(*command: str | Path, cwd: Path) -> None:
    """Run one of PostgreSQL's tools as an ordinary user; its output is shown only when it fails."""
    # Not through pipes: the server inherits them from pg_ctl and would keep them open.
    said = cwd.parent / f"{cwd.name}.txt"
    with said.open("w+") as output:
        done = subprocess.run(command, cwd=cwd, stdout=output, stderr=output, check=False, **unprivileged())
    words = said.read_text()
    said.unlink()
    if done.returncode:
        raise ServiceMissing(f"{command[0]} failed: {words[-1000:]}")


def main() -> int:
    """Run the command given with a database; without PostgreSQL say so, and fail only where CI promises it."""
    try:
        with database_url() as url:
            return subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": url}, check=False).returncode
    except ServiceMissing as missing:
        print(f"Not run on PostgreSQL: {missing}")
        return 1 if required() else 0


if __name__ == "__main__":
    sys.exit(main())
