"""Requests as bytes on a connection, so that also what no library would send can be sent."""

import socket
from dataclasses import dataclass, field

from tests.services.nginx import unverified

#: Seconds to wait for an answer; whoever takes longer is held to be gone.
TIMEOUT = 60.0


@dataclass(frozen=True)
class Answer:
    """What came back. Status 0: the connection ended without an answer."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class Line:
    """A connection to the site, that is made again when the other side has ended it."""

    def __init__(self, port: int, *, tls: bool = False) -> None:
        self._port, self._tls = port, tls
        self._socket: socket.socket | None = None

    def send(self, request: bytes) -> Answer:
        """Send a request and read the answer to it."""
        for again in (False, True):
            fresh = self._socket is None
            try:
                sock = self._socket or self._connect()
                sock.sendall(request)
                answer = read(sock, headless=request.startswith(b"HEAD "))
            except OSError:
                answer = Answer(0)
            if answer.status == 0 or answer.headers.get("connection") == "close":
                self.close()
            # A kept connection may have been ended while it was not looked at: that is no answer to this request.
            if answer.status or fresh or again:
                return answer
        raise AssertionError

    def _connect(self) -> socket.socket:
        self._socket = connect(self._port, tls=self._tls)
        return self._socket

    def close(self) -> None:
        """End the connection."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def connect(port: int, *, tls: bool = False) -> socket.socket:
    """A connection, with a certificate that nobody vouches for where it is encrypted."""
    sock = socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT)
    if not tls:
        return sock
    return unverified().wrap_socket(sock, server_hostname="localhost")


def ask(port: int, target: str, host: str = "localhost", *, tls: bool = False) -> Answer:
    """The answer to a simple request."""
    line = Line(port, tls=tls)
    try:
        return line.send(f"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    finally:
        line.close()


def read(sock: socket.socket, *, headless: bool = False) -> Answer:
    """The next answer on a connection."""
    with sock.makefile("rb") as file:
        status = _status(file)
        headers = _headers(file)
        while 100 <= status < 200:
            status, headers = _status(file), _headers(file)
        if status == 0 or headless or status in {204, 304}:
            return Answer(status, headers)
        if "chunked" in headers.get("transfer-encoding", ""):
            return Answer(status, headers, _chunks(file))
        if "content-length" in headers:
            return Answer(status, headers, file.read(int(headers["content-length"])))
        return Answer(status, headers | {"connection": "close"}, file.read())


def _status(file) -> int:
    words = file.readline().split()
    return int(words[1]) if len(words) > 1 and words[0].startswith(b"HTTP/") else 0


def _headers(file) -> dict[str, str]:
    told = {}
    while (line := file.readline().strip()) != b"":
        name, _, value = line.decode("latin-1").partition(":")
        told[name.lower()] = value.strip()
    return told


def _chunks(file) -> bytes:
    body = b""
    while size := int(file.readline().split(b";")[0] or b"0", 16):
        body += file.read(size)
        file.readline()
    file.readline()
    return body
