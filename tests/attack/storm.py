"""Thousands of hostile requests from several clients at once."""

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, takewhile

from tests.attack.hostile import Hostile, hostile, public_addresses
from tests.attack.watching import Watch
from tests.attack.wire import Line, connect

CLIENTS = 4
#: Seconds after which nothing more is sent, however much is left: two quiet cores need a minute for ten thousand.
LONGEST = 900.0
#: No answer, or one that says that the site failed. (501 and 505 refuse what is no proper request, as 400 does.)
FAILED = {0, 500, 502, 503, 504}
#: The site has met everything once after this share of the requests: what memory it takes from then on is growth.
WARM = 0.3
#: Times what it held when it was warm.
MOST_GROWTH = 1.25


def storm(watch: Watch, requests: int, port: int, *, tls: bool = False) -> None:
    """Send so many requests to a port, or as many as there is time for; faults are told to the watch."""
    end = time.monotonic() + LONGEST
    known = public_addresses(watch.site.port)
    sent = 0
    streams = [hostile(seed, known) for seed in range(CLIENTS)]
    held = []
    with ThreadPoolExecutor(CLIENTS) as clients:
        for share in (WARM, 1 - WARM):
            portions = [islice(stream, int(requests * share / CLIENTS)) for stream in streams]
            sent += sum(clients.map(lambda portion: _client(watch, portion, port, end, tls=tls), portions))
            held.append(watch.site.memory())
    if held[1] > held[0] * MOST_GROWTH:
        watch.faults.append(f"memory grew from {held[0]} to {held[1]} KiB")
    watch.processes()
    print(f"  {sent} of {requests} requests, {dict(sorted(watch.statuses.items()))}, memory {held[0]} -> {held[1]} KiB")


def _client(watch: Watch, requests: Iterable[Hostile], port: int, end: float, *, tls: bool) -> int:
    line, sent = Line(port, tls=tls), 0
    for request in takewhile(lambda _request: time.monotonic() < end, requests):
        sent += 1
        if not request.whole:
            _break_off(port, request.data, tls=tls)
            continue
        status = line.send(request.data).status
        watch.statuses[status] += 1
        if status in FAILED:
            watch.faults.append(f"{status} for {request.data!r}")
    line.close()
    return sent


def _break_off(port: int, data: bytes, *, tls: bool) -> None:
    with connect(port, tls=tls) as sock:
        sock.sendall(data)
