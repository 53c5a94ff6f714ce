"""The system's nginx with the example that operators get, in front of a server of a test."""

import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.availability import ServiceMissing
from tests.services.process import free_port, hand_over, scratch, unprivileged

EXAMPLE = Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf"
#: What stands around the server block on any system: one process, and everything it writes in one folder.
AROUND = """
daemon off;
pid {home}/nginx.pid;
error_log {home}/error.log warn;
events {{}}
http {{
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    include {home}/site.conf;
}}
"""
PATIENCE = 20.0


def program() -> str:
    """nginx, which Debian keeps where only root looks."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise ServiceMissing("nginx is missing: sudo apt-get install nginx-light")
    return found


@contextmanager
def in_front_of(port: int, folder: Path) -> Iterator[tuple[int, Path]]:
    """The port at which the example answers with TLS for a site on another, and its log. Uploads lie in the folder's `media`."""
    secure = free_port()
    with scratch("nginx") as home:
        _certificate(home)
        (home / "site.conf").write_text(_example(home, secure, port, folder))
        (home / "nginx.conf").write_text(AROUND.format(home=home))
        (home / "vejviser.log").touch()
        hand_over(home)
        with subprocess.Popen([program(), "-p", home, "-c", home / "nginx.conf"], **unprivileged()) as server:
            try:
                _wait(server, secure)
                yield secure, home / "vejviser.log"
            finally:
                server.terminate()


def _certificate(home: Path) -> None:
    """A certificate that nobody vouches for."""
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    files = ["-keyout", home / "vejviser.key", "-out", home / "vejviser.pem"]
    subprocess.run(["openssl", "req", *kind, "-subj", "/CN=localhost", *files], check=True, capture_output=True)


def _example(home: Path, secure: int, port: int, folder: Path) -> str:
    """The example with a test's addresses in place of its own; each is there to be replaced."""
    text = EXAMPLE.read_text()
    replaced = {
        "127.0.0.1:8000": f"127.0.0.1:{port}",
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
        "/etc/ssl/": f"{home}/",
        "/var/lib/vejviser;": f"{folder};",
        "/var/log/nginx/": f"{home}/",
    }
    for theirs, ours in replaced.items():
        assert theirs in text, theirs
        text = text.replace(theirs, ours)
    return text


def unverified() -> ssl.SSLContext:
    """What a client needs that talks to the example all the same."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _wait(server: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"https://127.0.0.1:{port}/media/", timeout=5, context=unverified()).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nginx did not begin to serve within {PATIENCE:.0f} s")
