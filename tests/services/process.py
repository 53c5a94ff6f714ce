"""Starting servers that refuse to run as root, on ports that nobody uses."""

import os
import pwd
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

#: Exists on every Debian and owns nothing that matters.
ACCOUNT = "nobody"


def unprivileged() -> dict[str, Any]:
    """Arguments for `subprocess` that run a server as an ordinary user. Both database servers refuse root."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam(ACCOUNT)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def hand_over(folder: Path) -> None:
    """Give a folder and what is in it to the user whom the server runs as."""
    who = unprivileged()
    if who:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, who["user"], who["group"], follow_symlinks=False)


@contextmanager
def scratch(name: str) -> Iterator[Path]:
    """A folder that an ordinary user can reach. A clone under root's home, or pytest's own folders, cannot be."""
    folder = Path(tempfile.mkdtemp(prefix=f"vejviser-{name}-"))
    folder.chmod(0o755)
    hand_over(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def all_stopped(group: int) -> bool:
    """Whether every thread of a process group stands still, as /proc tells it (state T, see proc_pid_stat(5))."""
    states = []
    for process in Path("/proc").glob("[0-9]*"):
        # A process may end while it is looked at.
        with suppress(OSError):
            if os.getpgid(int(process.name)) == group:
                told = (thread.read_text() for thread in process.glob("task/*/stat"))
                states += [one.rpartition(")")[2].split()[0] for one in told]
    return bool(states) and set(states) <= {"T", "Z"}
