"""Stands for `python3` where nothing is to be installed again: a new environment is the one that the tests run in."""

import os
import sys
from pathlib import Path

PROGRAMS = {"python": '"$@"', "gunicorn": '-m gunicorn "$@"', "pip": '-c "pass"'}


def new_environment(folder: Path) -> None:
    """The programs that the guide uses of an environment."""
    (folder / "bin").mkdir(parents=True)
    for name, arguments in PROGRAMS.items():
        path = folder / "bin" / name
        path.write_text(f"#!/bin/sh\nexec {sys.executable} {arguments}\n")
        path.chmod(0o755)


if __name__ == "__main__":
    if sys.argv[1:3] == ["-m", "venv"]:
        new_environment(Path(sys.argv[3]))
    else:
        os.execv(sys.executable, [sys.executable, *sys.argv[1:]])  # noqa: S606 - the words of the guide, no shell
