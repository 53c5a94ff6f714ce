"""A machine that is a folder: its own /srv, /etc and /var, its own ports, and stand-ins for what only a whole machine has."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: What a folder has no part in, or has in its own way. All other programs are the system's.
STAND_INS = ("apt-get", "useradd", "usermod", "chgrp", "install", "sudo", "systemctl", "certbot")
#: What a new machine has.
EMPTY = ("srv", "etc/systemd/system", "etc/nginx/sites-enabled", "var/lib/vejviser", "var/backups")
#: Where a stand-in finds the machine that it belongs to.
_HOME, _PORTS = "OPERATOR_HOME", "OPERATOR_PORTS"

#: Places of a machine; the example for the proxy has a certificate in one that the guide replaces.
_PLACES = re.compile(r"(?<![\w.}])/(srv|etc(?!/ssl)|var)/")


@dataclass(frozen=True)
class Folder:
    """The folder, and the ports at which its site, its proxy and the proxy's plain door answer."""

    home: Path
    site: int
    secure: int
    plain: int

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Folder":
        """The machine that a stand-in was started on."""
        return cls(Path(environment[_HOME]), *map(int, environment[_PORTS].split()))

    def here(self, text: str) -> str:
        """A text of the guide or of `deploy` with the places and ports of this machine."""
        return _PLACES.sub(f"{self.home}\\g<0>", text).replace("127.0.0.1:8000", f"127.0.0.1:{self.site}")

    def environment(self, database_port: int) -> dict[str, str]:
        """What programs on this machine are started with; an ordinary one has none of the settings that a developer may have."""
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TZ") if name in os.environ}
        return kept | {
            "PATH": f"{self.home / 'bin'}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            _HOME: str(self.home),
            _PORTS: f"{self.site} {self.secure} {self.plain}",
            "PGHOST": "127.0.0.1",
            "PGPORT": str(database_port),
        }

    def begin(self, *, installs: bool) -> None:
        """What a new machine has: folders, and programs. Without `installs`, an environment is this run's own."""
        for name in ("bin", "run", *EMPTY):
            (self.home / name).mkdir(parents=True)
        for name in STAND_INS:
            self._program(name, f'-m tests.operator.stand_ins {name} "$@"', f"PYTHONPATH={shlex.quote(str(ROOT))} ")
        self._source()
        if not installs:
            self._program("python3", f'{ROOT / "tests/operator/borrowed.py"} "$@"')

    def _program(self, name: str, arguments: str, before: str = "") -> None:
        path = self.home / "bin" / name
        path.write_text(f"#!/bin/sh\n{before}exec {shlex.quote(sys.executable)} {arguments}\n")
        path.chmod(0o755)

    def is_lost(self) -> None:
        """A new one stands in its place: all that was on it is gone, but for what somebody copied elsewhere."""
        for name in ("srv", "etc", "var"):
            shutil.rmtree(self.home / name)
        for name in EMPTY:
            (self.home / name).mkdir(parents=True)

    def _source(self) -> None:
        """Where the code comes from: all files that are here now, as one commit."""
        target = self.home / "source"
        listed = subprocess.run(
            ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
        )
        for name in filter(None, listed.stdout.decode().split("\0")):
            if (ROOT / name).is_file():
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, target / name)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("The site as it is")

    def commit(self, message: str) -> None:
        """A release."""
        self.git("add", "--all", "--force")
        self.git("-c", "user.name=Release", "-c", "user.email=release@example.dk", "commit", "--quiet", "-m", message)

    def git(self, *arguments: str) -> None:
        """Do something where the code comes from."""
        subprocess.run(["git", *arguments], cwd=self.home / "source", check=True)
