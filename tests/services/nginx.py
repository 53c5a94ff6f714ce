"""The system's nginx with the example that operators get, in front of a server of a test."""

import shutil
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
def in_front_of(site: str, media: dict[str, bytes]) -> Iterator[tuple[str, Path]]:
    """The address at which the example answers, and its log. `media` are files of the folder of uploads."""
    path, port = program(), free_port()
    with scratch("nginx") as home:
        for name, content in media.items():
            file = home / "media" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        (home / "site.conf").write_text(_example(site, port, home))
        (home / "nginx.conf").write_text(AROUND.format(home=home))
        hand_over(home)
        with subprocess.Popen([path, "-p", home, "-c", home / "nginx.conf"], **unprivileged()) as server:
            try:
                _wait(server, port)
                yield f"http://127.0.0.1:{port}", home / "vejviser.log"
            finally:
                server.terminate()


def _example(site: str, port: int, home: Path) -> str:
    """The example with a test's addresses in place of its own; each is there to be replaced."""
    text = EXAMPLE.read_text()
    replaced = {
        "127.0.0.1:8000": site.removeprefix("http://"),
        "listen 80;": f"listen 127.0.0.1:{port};",
        "/var/lib/vejviser;": f"{home};",
        "/var/log/nginx/": f"{home}/",
    }
    for theirs, ours in replaced.items():
        assert theirs in text, theirs
        text = text.replace(theirs, ours)
    return text


def _wait(server: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/media/", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nginx did not begin to serve within {PATIENCE:.0f} s")
