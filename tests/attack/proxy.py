"""The system's nginx with the example that operators get, and a certificate made for the moment, in front of a site."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.attack.served import Served
from tests.attack.wire import ask
from tests.services import nginx
from tests.services.process import free_port, hand_over, scratch, unprivileged

PATIENCE = 30.0


@contextmanager
def proxied(site: Served) -> Iterator[tuple[int, Path]]:
    """The port at which the example answers with TLS, and the log of nginx itself."""
    port = free_port()
    with scratch("proxy") as home:
        _certificate(home)
        (home / "site.conf").write_text(_example(site, home, port))
        (home / "nginx.conf").write_text(nginx.AROUND.format(home=home))
        (home / "error.log").touch()
        hand_over(home)
        with subprocess.Popen([nginx.program(), "-p", home, "-c", home / "nginx.conf"], **unprivileged()) as server:
            try:
                _wait(server, port)
                yield port, home / "error.log"
            finally:
                server.terminate()


def _example(site: Served, home: Path, port: int) -> str:
    """The example with a test's addresses in place of its own; each is there to be replaced."""
    text = nginx.EXAMPLE.read_text()
    replaced = {
        "127.0.0.1:8000": f"127.0.0.1:{site.port}",
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/ssl/vejviser": f"{home}/vejviser",
        "/var/lib/vejviser;": f"{site.folder};",
        # Errors go where they can be read: the attack looks whether they hold anything.
        "error_log /dev/null": f"error_log {home}/error.log",
    }
    for theirs, ours in replaced.items():
        assert theirs in text, theirs
        text = text.replace(theirs, ours)
    return text


def _certificate(home: Path) -> None:
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    files = ["-keyout", home / "vejviser.key", "-out", home / "vejviser.pem"]
    subprocess.run(["openssl", "req", *kind, "-subj", "/CN=localhost", *files], check=True, capture_output=True)


def _wait(server: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            if ask(port, "/healthz", tls=True).status == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"nginx did not begin to serve within {PATIENCE:.0f} s")
