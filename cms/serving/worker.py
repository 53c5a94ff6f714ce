"""A worker that gives a request to one of its threads when the request has come whole, and not before.

Gunicorn's threaded worker reads a request in a thread, without a limit of time: eight connections that send a letter now and
then hold a site of two workers with four threads for ever. Here such connections cost a place in the list of those that are
waited for, and a form that never ended is never answered. It is what a proxy in front does by buffering.
"""

import selectors
import time
from contextlib import suppress
from functools import partial

from gunicorn.workers.gthread import ThreadWorker

from cms.serving.arriving import Arriving, Unwanted
from cms.serving.limits import LINGER_SECONDS, MAX_LARGE_BODIES, MAX_VISITOR_BODY_BYTES


class WholeRequestWorker(ThreadWorker):
    """Gunicorn's threaded worker for requests that have arrived. TLS is the proxy's."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self._arriving: set[Arriving] = set()
        self._next_sweep = 0.0

    @classmethod
    def check_config(cls, cfg, log) -> None:
        """Refuse what this worker cannot do, when the server starts."""
        super().check_config(cfg, log)
        if cfg.is_ssl or cfg.protocol != "http":
            raise ValueError("This worker speaks plain HTTP: let the proxy in front hold the certificate.")

    def accept(self, listener) -> None:
        """Take a new connection, and wait for what it sends."""
        try:
            sock, client = listener.accept()
        except OSError:
            return  # another worker was quicker, the client has gone again, or there is no room; the next round tells
        self.nr_conns += 1
        self.enqueue_req(Arriving(self.cfg, sock, client, listener.getsockname()))

    def enqueue_req(self, conn: Arriving) -> None:
        """Wait for the next request of a connection. Gunicorn calls this to hand it to a thread."""
        conn.sock.setblocking(False)
        self._arriving.add(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._on_readable, conn))
        self._proceed(conn, conn.expect_request)

    def _on_readable(self, conn: Arriving, sock) -> None:
        try:
            data = sock.recv(conn.wanted)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            # It ended before the request did: there is nothing to answer, and nobody.
            self._drop(conn)
        elif not conn.refused:
            self._proceed(conn, partial(conn.take, data))

    def _proceed(self, conn: Arriving, step) -> None:
        try:
            whole = step()
            self._require_room(conn)
        except Unwanted as refusal:
            self._refuse(conn, str(refusal))
        except OSError:
            self._drop(conn)
        else:
            if whole:
                self._stop_waiting(conn)
                super().enqueue_req(conn)

    def _require_room(self, conn: Arriving) -> None:
        if conn.length > MAX_VISITOR_BODY_BYTES:
            large = sum(other.length > MAX_VISITOR_BODY_BYTES for other in self._arriving)
            if large > MAX_LARGE_BODIES:
                raise Unwanted("503 Service Unavailable")

    def _refuse(self, conn: Arriving, status: str) -> None:
        """Say why, and let what is still being sent run out into nothing."""
        conn.refused, conn.deadline = True, time.monotonic() + LINGER_SECONDS
        with suppress(OSError):
            conn.sock.send(f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".encode())

    def _stop_waiting(self, conn: Arriving) -> None:
        self._arriving.discard(conn)
        self.poller.unregister(conn.sock)

    def _drop(self, conn: Arriving) -> None:
        self._stop_waiting(conn)
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self) -> None:
        """Once a second, drop those that took too long. Gunicorn calls this in each round.

        When the server stops, those too of which no head has come: not the ones that came a moment ago, whose first bytes
        are on their way.
        """
        now = time.monotonic()
        if now < self._next_sweep:
            return
        self._next_sweep = now + 1.0
        for conn in list(self._arriving):
            waited_for_nothing = not (self.alive or conn.has_head) and conn.since + LINGER_SECONDS < now
            if conn.deadline < now or waited_for_nothing:
                self._drop(conn)
