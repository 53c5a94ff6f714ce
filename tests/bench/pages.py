"""The whole page Find tilbud over HTTP, from the production server, beside the page that Wagtail's own search gives."""

import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from time import monotonic
from urllib.parse import quote

from tests.bench.timing import Times, seconds
from tests.pages import served
from tests.search import judged

CLIENTS = 8


def report(duration: float) -> Iterator[str]:
    """Both pages in turn, on the demonstration's offers."""
    texts = [row["text"] for row in judged.queries()]
    with served.site("tests.bench.settings") as port:
        yield f"\nThe page Find tilbud over HTTP, {CLIENTS} clients, {duration:.0f} s each"
        for name, path in (("ours", "/find-tilbud/"), ("Wagtail's own search", "/wagtail-find/")):
            addresses = [f"{path}?q={quote(text)}" for text in texts]
            _ask(port, addresses[:8], 2.0)
            taken = _ask(port, addresses, duration)
            yield f"  {name:22} {Times.of(taken)}   {len(taken) / duration:6.1f} requests/s"


def _ask(port: int, addresses: list[str], duration: float) -> list[float]:
    end = monotonic() + duration

    def client(first: int) -> list[float]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        taken = []
        for address in cycle(addresses[first:] + addresses[:first]):
            if monotonic() > end:
                break
            taken.append(seconds(_fetch, connection, address))
        connection.close()
        return taken

    with ThreadPoolExecutor(CLIENTS) as clients:
        return [one for many in clients.map(client, range(CLIENTS)) for one in many]


def _fetch(connection: http.client.HTTPConnection, address: str) -> None:
    connection.request("GET", address, headers={"Host": "localhost"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address} answered {answer.status}")
