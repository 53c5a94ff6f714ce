"""What only a whole machine has, done by a folder: `python -m tests.operator.stand_ins NAME ...`, called by the programs in its `bin`."""

import os
import subprocess
import sys
from collections.abc import Callable

from tests.operator.folder import Folder
from tests.operator.units import Units


def nothing(_machine: Folder, _words: list[str]) -> None:
    """Packages are those of the system, and a folder has one user."""


def install(_machine: Folder, words: list[str]) -> None:
    """As the system's, without an owner to give things to."""
    plain = [word for at, word in enumerate(words) if not {word, words[at - 1] if at else ""} & {"--owner", "--group"}]
    os.execv("/usr/bin/install", ["install", *plain])  # noqa: S606 - the words of the guide, no shell


def sudo(_machine: Folder, words: list[str]) -> None:
    """Another user is another one for PostgreSQL alone, as over its socket."""
    assert words[0] == "-u", words
    os.environ["PGUSER"] = words[1]
    os.execvp(words[2], words[2:])  # noqa: S606 - the words of the guide, no shell


def systemctl(machine: Folder, words: list[str]) -> None:
    """The units of the folder."""
    Units(machine).do(words)


def certbot(machine: Folder, words: list[str]) -> None:
    """A certificate that nobody vouches for, for all hosts, with what is to happen before and after."""
    hosts = [words[at + 1] for at, word in enumerate(words) if word == "-d"]
    folder = machine.home / "etc/letsencrypt/live" / words[words.index("--cert-name") + 1]
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(words[words.index("--pre-hook") + 1].split(), check=True)
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", f"/CN={hosts[0]}", "-addext", "subjectAltName=" + ",".join(f"DNS:{host}" for host in hosts)]
    files = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    subprocess.run(["openssl", "req", *kind, *names, *files], check=True, capture_output=True)
    subprocess.run(words[words.index("--post-hook") + 1].split(), check=True)


BY_NAME: dict[str, Callable[[Folder, list[str]], None]] = dict.fromkeys(
    ("apt-get", "useradd", "usermod", "chgrp"), nothing
)
BY_NAME |= {"install": install, "sudo": sudo, "systemctl": systemctl, "certbot": certbot}


if __name__ == "__main__":
    BY_NAME[sys.argv[1]](Folder.of(os.environ), sys.argv[2:])
