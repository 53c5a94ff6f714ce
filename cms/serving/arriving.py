"""A connection whose request is still on its way: what has come, what is missing, and whether it is wanted at all."""

import re
import time
from tempfile import SpooledTemporaryFile

from gunicorn.http.unreader import SocketUnreader
from gunicorn.workers.gthread import TConn

from cms.serving.limits import (
    HEAD_SECONDS,
    MAX_BODY_BYTES,
    MAX_HEAD_BYTES,
    MAX_VISITOR_BODY_BYTES,
    MIN_BYTES_PER_SECOND,
    SEND_SECONDS,
)

PIECE = 65_536
_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*([^\r\n]*)", re.IGNORECASE)
_CODED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
_CONTINUE = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


class Unwanted(Exception):
    """The request is not read any further; the text is the status line that says why."""


class Arriving(TConn):
    """A connection that gathers one request, and is read by a thread only when the request is whole.

    Whether it is valid is not decided here: gunicorn's parser reads it again, from the first byte.
    """

    def __init__(self, *args) -> None:
        super().__init__(*args)
        self._head = bytearray()
        self._whole = SpooledTemporaryFile(max_size=MAX_VISITOR_BODY_BYTES)  # noqa: SIM115 - closed with the connection
        self._missing = 0  # bytes of the body
        self.length = 0  # of the body
        # Gunicorn need not wait in the thread for a first byte: it is there.
        self.data_ready = True
        self.refused = False
        self.since = self.deadline = 0.0

    @property
    def wanted(self) -> int:
        """How many bytes to read at once: not beyond a body that is awaited, since what follows it is the next request."""
        return min(PIECE, self._missing or PIECE)

    @property
    def has_head(self) -> bool:
        """Whether only the body is awaited."""
        return self._missing > 0

    def expect_request(self) -> bool:
        """Begin with the next request; whether it is whole already, sent together with the one before."""
        self.since = time.monotonic()
        self.deadline = self.since + HEAD_SECONDS
        self.length = self._missing = 0
        read_ahead = self.parser.unreader.take_buffered() if self.parser else b""
        read_ahead += self._whole.read()
        self._whole.seek(0)
        self._whole.truncate()
        return self.take(read_ahead)

    def take(self, data: bytes) -> bool:
        """Add what has come; whether the request is whole now, or can never be and is the parser's to refuse."""
        if self._missing:
            self._whole.write(data)
            self._missing -= min(self._missing, len(data))
            return self._rewound_if(self._missing == 0)
        self._head += data
        # One empty line before a request is allowed.
        end = self._head.find(_END, 2)
        if end >= 0:
            return self._rewound_if(self._head_is_whole(end + len(_END)))
        if len(self._head) > MAX_HEAD_BYTES:
            raise Unwanted("431 Request Header Fields Too Large")
        # A line that ends in another way is refused by the parser; waiting for more would be in vain.
        return self._rewound_if(self._head.count(b"\n") != self._head.count(b"\r\n"), faulty=True)

    def _head_is_whole(self, end: int) -> bool:
        head = bytes(self._head[:end])
        if len(head) > MAX_HEAD_BYTES:
            raise Unwanted("431 Request Header Fields Too Large")
        if _CODED.search(head):
            # No browser sends a body without its length, and a proxy that buffers gives the length.
            raise Unwanted("411 Length Required")
        told = _LENGTH.findall(head)
        # A length that is none, or one of two, is refused by the parser, which need not wait for a body.
        self.length = int(told[0]) if len(told) == 1 and re.fullmatch(rb"\d{1,18}", told[0]) else 0
        if self.length > MAX_BODY_BYTES:
            raise Unwanted("413 Content Too Large")
        body = bytes(self._head[end:])
        self._head.clear()
        self._whole.write(_in_ascii(head) + body)
        self._missing = max(0, self.length - len(body))
        self.deadline += self.length / MIN_BYTES_PER_SECOND
        if self._missing and _CONTINUE.search(head):
            self.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        return self._missing == 0

    def _rewound_if(self, whole: bool, *, faulty: bool = False) -> bool:  # noqa: FBT001 - reads as a sentence
        if faulty and whole:
            self._whole.write(self._head)
            self._head.clear()
        if whole:
            self._whole.seek(0)
        return whole

    def init(self) -> None:
        """Called in the thread, before the request is parsed."""
        super().init()
        # Whoever does not take the answer, or announced another length than they sent, holds the thread no longer than this.
        self.sock.settimeout(SEND_SECONDS)
        self.parser.unreader = _Gathered(self.sock, self._whole)

    def close(self, graceful: bool = False) -> None:  # noqa: FBT001, FBT002 - gunicorn's signature
        """End the connection at once.

        Gunicorn would wait for the other side, for two seconds in the thread that serves all connections. Nothing is left
        unread here that could make the kernel take the answer back.
        """
        self._whole.close()
        super().close()


class _Gathered(SocketUnreader):
    """Gives the parser what was gathered, then what the socket still has."""

    def __init__(self, sock, gathered) -> None:
        super().__init__(sock)
        self._gathered = gathered

    def chunk(self, size_hint=None) -> bytes:
        # A small request at once, with what was read ahead of the next one: gunicorn looks for that in its own buffer only.
        size = max(size_hint or 0, MAX_HEAD_BYTES + 2 * PIECE)
        return self._gathered.read(size) or super().chunk(size_hint)


def _in_ascii(head: bytes) -> bytes:
    """The head with letters in the request line written as browsers write them: `å` as `%C3%A5`.

    Somebody may type an address by hand in a program that sends letters raw; gunicorn refuses those.
    """
    line, newline, rest = head.removeprefix(b"\r\n").partition(b"\r\n")
    return _NOT_ASCII.sub(lambda found: b"%%%02X" % found[0][0], line) + newline + rest
