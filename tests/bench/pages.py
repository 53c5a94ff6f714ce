"""The whole page Find tilbud over HTTP, from the production server, beside the page that Wagtail's own search gives."""

import http.client
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from time import monotonic
from urllib.parse import quote

from tests.bench.timing import Times, seconds
from tests.pages import served
from tests.search import judged

CLIENTS = 8
#: Who gets no answer in so many seconds asks for something else.
PATIENCE = 30.0


def report(duration: float, offers: int) -> Iterator[str]:
    """Both pages in turn, on a site with so many offers; how many pages have offers on them, since empty ones are fast."""
    asked = {
        "judged queries": [row["text"] for row in judged.queries()],
        # Without signs: a quotation mark makes Wagtail's search of SQLite fail.
        "first words of names": [
            " ".join(re.findall(r"\w+", entry.title)[:2]) for entry in list(judged.entries())[::6]
        ],
    }
    with served.site("tests.bench.settings", "-m", "tests.bench.crowd", str(offers)) as port:
        yield f"\nThe page Find tilbud over HTTP, {offers:,} offers, {CLIENTS} clients, {duration:.0f} s each"
        for kind, texts in asked.items():
            yield f"  {kind}"
            for name, path in (("ours", "/find-tilbud/"), ("Wagtail's own search", "/wagtail-find/")):
                addresses = [f"{path}?q={quote(text)}" for text in texts]
                full = sum(_has_offers(port, address) for address in addresses)
                _ask(port, addresses, 3.0)  # every process reads what it needs once
                taken = _ask(port, addresses, duration)
                yield (
                    f"    {name:22} {Times.of(taken)}   {len(taken) / duration:6.1f} requests/s"
                    f"   {full} of {len(texts)} pages have offers"
                )


def _has_offers(port: int, address: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    return b'class="card vv-card' in _fetch(connection, address)


def _ask(port: int, addresses: list[str], duration: float) -> list[float]:
    end = monotonic() + duration

    def client(first: int) -> list[float]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        taken = []
        for address in cycle(addresses[first:] + addresses[:first]):
            if monotonic() > end:
                break
            try:
                taken.append(seconds(_fetch, connection, address))
            except TimeoutError:
                taken.append(PATIENCE)
                connection.close()
        connection.close()
        return taken

    with ThreadPoolExecutor(CLIENTS) as clients:
        return [one for many in clients.map(client, range(CLIENTS)) for one in many]


def _fetch(connection: http.client.HTTPConnection, address: str) -> bytes:
    connection.request("GET", address, headers={"Host": "localhost"})
    answer = connection.getresponse()
    page = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address} answered {answer.status}")
    return page
