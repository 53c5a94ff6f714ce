"""Bodies that nobody asked for, and forms that end too early: refused, and nothing of them is kept."""

import sqlite3
from contextlib import closing

from tests.attack.watching import Watch
from tests.attack.wire import Answer, connect, read

_FORM = b"POST /tilbagemelding/ HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
_URLENCODED = b"Content-Type: application/x-www-form-urlencoded\r\n"
_MULTIPART = b"Content-Type: multipart/form-data; boundary=q\r\n"
_FILE = b'--q\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
MEGABYTE = 1024 * 1024
#: Head, first bytes, announced length, and what is answered. A length of None is a body in pieces.
UNWANTED = {
    "300 MB of a form": (_FORM + _URLENCODED, b"text=", 300 * MEGABYTE, {413}),
    "300 MB of a file": (_FORM + _MULTIPART, _FILE, 300 * MEGABYTE, {413}),
    "a file to the form": (_FORM + _MULTIPART, _FILE, 2 * MEGABYTE, {413}),
    "a file to the admin": (
        _FORM.replace(b"/tilbagemelding/", b"/admin/images/add/") + _MULTIPART,
        _FILE,
        MEGABYTE,
        {413},
    ),
    "a file to a page": (_FORM.replace(b"/tilbagemelding/", b"/") + _MULTIPART, _FILE, MEGABYTE, {413}),
    "a body in pieces": (
        _FORM + _URLENCODED + b"Transfer-Encoding: chunked\r\n",
        b"5\r\ntext=\r\n0\r\n\r\n",
        None,
        {411, 422},
    ),
}
#: What was there of a form when the connection ended, with the length that was announced.
CUT = {
    "a form": (_FORM + _URLENCODED, b"text=a", 500),
    "a form in parts": (_FORM + _MULTIPART, b'--q\r\nContent-Disposition: form-data; name="text"\r\n\r\na', 500),
}


def uploads(watch: Watch, port: int, *, tls: bool = False) -> None:
    """Send what is not wanted; faults are told to the watch."""
    before = feedback(watch)
    for what, (head, first, length, expected) in UNWANTED.items():
        status = _send(port, head, first, length, tls=tls).status
        # A server may end the connection while a client that does not listen still sends.
        if status not in expected | {0}:
            watch.faults.append(f"{status} for {what}")
    for head, first, length in list(CUT.values()) * 7:
        with connect(port, tls=tls) as sock:
            sock.sendall(head + b"Content-Length: %d\r\n\r\n" % length + first)
    # A form that ends comes after those that do not, and is kept.
    status = _send(port, _FORM + _URLENCODED, b"text=slut", 9, tls=tls).status
    if status != 302 or feedback(watch) != before + 1:
        watch.faults.append(f"{status} for a form; feedback was {before} rows and is {feedback(watch)}")
    watch.processes()
    print(f"  {len(UNWANTED)} unwanted bodies and {len(CUT) * 7} forms that were cut off were sent")


def feedback(watch: Watch) -> int:
    """How many rows of feedback the site has."""
    with closing(sqlite3.connect(watch.site.folder / "vejviser.sqlite3")) as database:
        return database.execute("SELECT COUNT(*) FROM directory_feedback").fetchone()[0]


def _send(port: int, head: bytes, first: bytes, length: int | None, *, tls: bool) -> Answer:
    announced = b"" if length is None else b"Content-Length: %d\r\n" % length
    with connect(port, tls=tls) as sock:
        try:
            sock.sendall(head + announced + b"\r\n" + first)
            for _ in range(min(length or 0, 4 * MEGABYTE) // 65_536):
                sock.sendall(b"a" * 65_536)
        except OSError:
            pass  # refused while sending; the answer may have come before
        try:
            return read(sock)
        except OSError:
            return Answer(0)
