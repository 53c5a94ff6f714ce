"""Units as systemd runs them, of those in the folder's /etc/systemd/system; and nginx, which the system's packages bring."""

import os
import shlex
import signal
import subprocess
import time
from pathlib import Path

from tests.operator.folder import Folder
from tests.services.nginx import AROUND, program

#: Seconds that a program is given to end. gunicorn itself waits thirty for requests.
PATIENCE = 60.0


class Units:
    """All that was started on one machine; their process ids lie in its `run`."""

    def __init__(self, machine: Folder) -> None:
        self._machine = machine
        self._run = machine.home / "run"

    def do(self, words: list[str]) -> None:
        """What somebody types after `systemctl`."""
        action, names = words[0], [word.removesuffix(".service") for word in words[1:] if not word.startswith("--")]
        if action == "daemon-reload":
            return
        for name in names:
            # A timer would wait until the night: what it starts is started by its own name.
            if not name.endswith(".timer"):
                {
                    "enable": self.start,
                    "start": self.start,
                    "stop": self.stop,
                    "restart": self.restart,
                    "reload": self.reload,
                }[action](name)

    def start(self, name: str) -> None:
        """Begin it, unless it runs; what does one thing and ends is waited for."""
        if self._pid(name):
            return
        if name == "nginx":
            self._begin(name, self._nginx(), os.environ)
            return
        unit = _read((self._machine.home / "etc/systemd/system" / f"{name}.service").read_text(), self._machine)
        environment = self._environment(unit)
        if unit["Type"][-1:] != ["oneshot"]:
            self._begin(name, _command(unit["ExecStart"][0]), environment)
            return
        for line in [*unit["ExecStart"], *unit.get("ExecStartPost", [])]:
            subprocess.run(_command(line), env=environment, cwd=unit["WorkingDirectory"][0], check=True)

    def stop(self, name: str) -> None:
        """End it as systemd does, and wait until it has ended."""
        pid = self._pid(name)
        if pid:
            os.kill(pid, signal.SIGTERM)
            end = time.monotonic() + PATIENCE
            while self._pid(name):
                assert time.monotonic() < end, f"{name} did not end"
                time.sleep(0.1)
        (self._run / name).unlink(missing_ok=True)

    def restart(self, name: str) -> None:
        """End it, then begin it."""
        self.stop(name)
        self.start(name)

    def reload(self, name: str) -> None:
        """Let it read again what it may read again."""
        if name == "nginx":
            self._nginx()
        os.kill(self._pid(name), signal.SIGHUP)

    def stop_all(self) -> None:
        """End all that runs."""
        for path in sorted(self._run.iterdir()):
            if path.is_file() and not path.suffix:
                self.stop(path.name)

    def _pid(self, name: str) -> int:
        """The process of a unit; 0 when none runs."""
        path = self._run / name
        pid = int(path.read_text()) if path.exists() else 0
        # What has ended and was waited for by nobody is a process in name alone.
        return pid if pid and Path(f"/proc/{pid}").exists() and not _has_ended(pid) else 0

    def _begin(self, name: str, command: list[str], environment) -> None:
        with (self._run / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                env=environment,
                cwd=self._machine.home / "srv/vejviser",
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        (self._run / name).write_text(str(process.pid))

    def _environment(self, unit: dict[str, list[str]]) -> dict[str, str]:
        lines = Path(unit["EnvironmentFile"][0]).read_text().splitlines()
        told = [line for line in lines if "=" in line and not line.startswith("#")]
        told += [pair for line in unit["Environment"] for pair in line.split()]
        return os.environ | {"PGUSER": unit["User"][0]} | dict(pair.split("=", 1) for pair in told)

    def _nginx(self) -> list[str]:
        """Its configuration, as Debian's includes what lies in sites-enabled; the command that runs it."""
        home = self._run / "nginx.d"
        home.mkdir(exist_ok=True)
        (self._machine.home / "var/log/nginx").mkdir(parents=True, exist_ok=True)
        sites = sorted((self._machine.home / "etc/nginx/sites-enabled").iterdir())
        site = self._machine.here("".join(path.read_text() for path in sites))
        site = site.replace("listen 443 ssl", f"listen 127.0.0.1:{self._machine.secure} ssl")
        (home / "site.conf").write_text(site.replace("listen 80;", f"listen 127.0.0.1:{self._machine.plain};"))
        (home / "nginx.conf").write_text(AROUND.format(home=home))
        return [program(), "-p", str(home), "-c", str(home / "nginx.conf")]


def _has_ended(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _read(text: str, machine: Folder) -> dict[str, list[str]]:
    """The lines of a unit by their names."""
    told: dict[str, list[str]] = {"Type": []}
    for line in machine.here(text).splitlines():
        name, is_value, value = line.partition("=")
        if is_value and not line.startswith("#"):
            told.setdefault(name, []).append(value)
    return told


def _command(line: str) -> list[str]:
    """A line of a unit in words, with what systemd writes twice written once."""
    return [word.replace("$$", "$").replace("%%", "%") for word in shlex.split(line)]
