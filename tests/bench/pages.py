"""Whole pages over HTTP, from the production server, beside a page of one title and the page that Wagtail's own search gives."""

import http.client
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from time import monotonic
from urllib.parse import quote

from tests.bench.crowd import HELLO
from tests.bench.timing import Times, seconds, work_of
from tests.pages import served
from tests.search import judged

CLIENTS = 8
#: Who gets no answer in so many seconds asks for something else.
PATIENCE = 30.0
#: A question that no page knows: an address with a question is kept by nobody.
UNKEPT = "bench=1"


#: Pages that are asked for again and again. With a question that says nothing each is made each time, without it may be kept.
PAGES = {
    "front page": "/",
    "Find tilbud": "/find-tilbud/",
    "I dag": "/i-dag/",
    "Kort": "/kort/",
    "a need": "/behov/ensomhed/",
}


def report(duration: float, offers: int) -> Iterator[str]:
    """All pages of a site with so many offers: times, requests a second, and the server's work for each in hello pages."""
    with served.process("tests.bench.settings", "-m", "tests.bench.crowd", str(offers)) as (server, port):
        yield f"\nPages over HTTP, {offers:,} offers, {CLIENTS} clients, {duration:.0f} s each"
        hello = _asked(server, port, [f"/{HELLO}/?{UNKEPT}"], duration)
        yield f"    {'hello page':30} {hello}"
        for name, path in PAGES.items():
            yield f"    {name + ', made each time':30} {_asked(server, port, [f'{path}?{UNKEPT}'], duration).beside(hello)}"
            yield f"    {name + ', kept':30} {_asked(server, port, [path], duration).beside(hello)}"
        yield from _searches(server, port, duration, hello)


def _searches(server: int, port: int, duration: float, hello: "Asked") -> Iterator[str]:
    """Find tilbud with words, ours and Wagtail's in turn; how many pages have offers on them, since empty ones are fast."""
    asked = {
        "judged queries": [row["text"] for row in judged.queries()],
        # Without signs: a quotation mark makes Wagtail's search of SQLite fail.
        "first words of names": [
            " ".join(re.findall(r"\w+", entry.title)[:2]) for entry in list(judged.entries())[::6]
        ],
    }
    for kind, texts in asked.items():
        yield f"  {kind}"
        for name, path in (("ours", "/find-tilbud/"), ("Wagtail's own search", "/wagtail-find/")):
            addresses = [f"{path}?q={quote(text)}" for text in texts]
            full = sum(_has_offers(port, address) for address in addresses)
            answers = _asked(server, port, addresses, duration).beside(hello)
            yield f"    {name:30} {answers}   {full} of {len(texts)} pages have offers"


@dataclass(frozen=True)
class Asked:
    """What came of asking for so many seconds."""

    taken: list[float]  # seconds of each answer
    duration: float
    work: float  # seconds of processor time of the server and its workers

    @property
    def each(self) -> float:
        """Milliseconds of the server's work for one answer."""
        return self.work / len(self.taken) * 1000

    def beside(self, hello: "Asked") -> str:
        """With the work in hello pages."""
        return f"{self} = {self.each / hello.each:5.2f} hello pages"

    def __str__(self) -> str:
        return (
            f"{Times.of(self.taken)}   {len(self.taken) / self.duration:7.1f} requests/s   {self.each:6.2f} ms of work"
        )


def _asked(server: int, port: int, addresses: list[str], duration: float) -> Asked:
    _ask(port, addresses, 3.0)  # every process reads what it needs once
    before = work_of(server)
    taken = _ask(port, addresses, duration)
    return Asked(taken, duration, work_of(server) - before)


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
