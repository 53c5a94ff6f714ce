"""Clients that never finish: what they hold is nothing that others need."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from tests.attack.watching import Watch
from tests.attack.wire import ask, connect

#: Beside each other; more than the server has threads.
MANY = 50
#: What they begin with, and send a letter of each second.
BEGINNINGS = {
    "say nothing": b"",
    "send half a head": b"GET /find-tilbud/?q=langsomt HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    "send half a form": b"POST /tilbagemelding/ HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 400\r\n\r\ntext=",
    "send half an upload": b"POST /admin/images/add/ HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: multipart/form-data; boundary=q\r\nContent-Length: 9000000\r\n\r\n--q\r\n",
    "do not end after the answer": b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n",
}


def slow(watch: Watch, port: int, *, tls: bool = False) -> None:
    """Let many of each kind hang on while somebody reads the site."""
    for what, beginning in BEGINNINGS.items():
        answered = 0
        with hanging(port, beginning, tls=tls):
            for target in ("/", "/find-tilbud/?q=kaffe", "/hjaelp-nu/"):
                try:
                    status = ask(port, target, tls=tls).status
                except OSError as error:
                    status = type(error).__name__
                answered += status == 200
                if status != 200:
                    watch.faults.append(f"{status} for {target} while {MANY} {what}")
        print(f"  {answered} of 3 others were answered while {MANY} {what}")
    watch.processes()


@contextmanager
def hanging(port: int, beginning: bytes, *, tls: bool = False) -> Iterator[None]:
    """Many clients that have sent this much, and go on by a letter a second until the block ends."""
    socks = [connect(port, tls=tls) for _ in range(MANY)]
    ended = threading.Event()
    trickle = threading.Thread(target=_trickle, args=(socks, beginning, ended.wait))
    trickle.start()
    try:
        yield
    finally:
        ended.set()
        trickle.join()
        for sock in socks:
            sock.close()


def _trickle(socks, beginning: bytes, ended: Callable[[float], bool]) -> None:
    for sock in socks:
        with suppress(OSError):
            sock.sendall(beginning)
    while beginning and not ended(1.0):
        for sock in socks:
            # Who was sent away is not slow any more.
            with suppress(OSError):
                sock.sendall(b"a")
