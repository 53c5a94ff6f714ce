"""The addresses that are asked: every kind of page on every site, made from what the demonstration holds.

The same demonstration gives the same addresses in the same order. Keys of offers, which visitors' lists and feedback have
in their addresses, are written as `<path of the page>`; each checkout puts its own key there.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import cycle

from tests.comparing import asking
from tests.comparing.questions import FILTERS, ODD_QUERIES, SUGGESTED, WORDS
from tests.search import judged

EKSEMPEL, VEJLE, RANDERS, PORTAL = (
    f"{name}:8000" for name in ("eksempel.localhost", "vejle.localhost", "randers.localhost", "localhost")
)
OFFERS = ("dropincentre", "groupcourse", "healthforestactivity", "peeroffer", "association", "guidance")
#: On every site.
COMMON = (
    "/", "/en/", "/find-tilbud/", "/en/find-tilbud/", "/i-dag/", "/en/i-dag/", "/kort/", "/en/kort/", "/hjaelp-nu/",
    "/en/hjaelp-nu/", "/liste/", "/tilbagemelding/", "/was", "/tema.css", "/behov/ensomhed/",
)  # fmt: skip
#: On one.
SINGLE = (
    "/en/liste/", "/en/tilbagemelding/", "/tilbagemelding/tak/", "/en/tilbagemelding/tak/", "/was/", "/en/was", "/stil/",
    "/healthz", "/readyz", "/metrics", "/admin/", "/en/om/", "/robots.txt", "/favicon.ico", "/sitemap.xml",
)  # fmt: skip
#: What nobody means, or means to break.
ODD = (
    "/findes-ikke/", "/en/findes-ikke/", "/find-tilbud", "/hjaelp-nu", "/find-tilbud//", "/%00", "/%ff/", "/en", "/da/",
    "/sted/findes-ikke/", "/behov/findes-ikke/", "/maalgruppe/findes-ikke/", "/liste/0/", "/liste/a-b/", "/liste/1-1-1/",
    "/liste/99999999999999/", "/liste/1/print", "/liste/print/", "/tilbagemelding/?tilbud=0", "/tilbagemelding/?tilbud=x",
    "/i-dag/?dag=igaar", "/i-dag/?dag=2020-01-01", "/kort/?side=2", "/tema.css?v=0", "/media/findes-ikke.svg",
    "/dokumenter/1/findes-ikke.pdf", "/../etc/passwd", "/FIND-TILBUD/", f"{asking.MOVED}/", f"{asking.MOVED}?fra=brev",
    f"/en{asking.MOVED}/",
)  # fmt: skip


@dataclass(frozen=True)
class Address:
    """What is asked for: where, how, and with which form."""

    host: str
    path: str
    method: str = "GET"
    form: str = ""

    def __str__(self) -> str:
        shown = f"{self.host.removesuffix(':8000')}{self.path} {self.form}".strip()
        return shown if self.method == "GET" else f"{self.method} {shown}"

    def request(self) -> dict[str, str]:
        """It as `asking` takes it."""
        return asdict(self)


def addresses(held: dict) -> list[Address]:
    """All that are asked, none twice."""
    parts = (fronts(held), searches(), offers(held), other_pages(held), terms(held), lists(held), days(held), odd(held))
    return list(dict.fromkeys(address for part in parts for address in part))


def spread(names: list[str], number: int) -> list[str]:
    """So many of them, evenly from the whole list."""
    return [names[at * len(names) // number] for at in range(min(number, len(names)))]


def at(held: dict, url_path: str, host: str = "") -> Address:
    """A page where it stands: on the site that is named, else on the one that is its own."""
    roots = {host: held["sites"][host]} if host else held["sites"]
    here, root = max(
        ((one, root) for one, root in roots.items() if url_path.startswith(root)), key=lambda held: len(held[1])
    )
    return Address(here, url_path.removeprefix(root.rstrip("/")))


def fronts(held: dict) -> Iterator[Address]:
    for host in held["sites"]:
        yield from (Address(host, path) for path in COMMON)
    yield from (Address(VEJLE, path) for path in SINGLE)
    yield Address("andet.localhost:8000", "/")
    yield Address("example.org", "/")


def searches() -> Iterator[Address]:
    """Find tilbud: in words as people write them, narrowed down, sorted, turned over; on the map as well."""
    hosts = cycle((VEJLE, EKSEMPEL, PORTAL, RANDERS))
    rows = [f"q={words.replace(' ', '+')}" for words in (*WORDS, *(row["text"] for row in judged.queries()[::3]))]
    rows += [*FILTERS, *ODD_QUERIES]
    for number, (query, host) in enumerate(zip(rows, hosts, strict=False)):
        yield Address(host, f"/find-tilbud/?{query}")
        if number % 5 == 0:
            yield Address(host, f"/en/find-tilbud/?{query}")
        if number % 6 == 0:
            yield Address(host, f"/kort/?{query}")
    for host in (VEJLE, EKSEMPEL):
        yield from (Address(host, f"/forslag/?q={words}") for words in SUGGESTED)
    yield Address(VEJLE, "/en/forslag/?q=ens")


def offers(held: dict) -> Iterator[Address]:
    """All that are made up, which have every answer, and some real ones of every kind; some in English and elsewhere."""
    example = held["sites"][EKSEMPEL]
    for kind in OFFERS:
        paths = [path for path, model in held["kinds"].items() if model == f"{kind}page"]
        made_up = [path for path in paths if path.startswith(example)]
        real = spread([path for path in paths if path not in made_up], 4)
        yield from (at(held, path) for path in (*made_up, *real))
        for path in (made_up[0], real[0]):
            yield Address(at(held, path).host, f"/en{at(held, path).path}")
            yield at(held, path, PORTAL)
        yield Address(at(held, real[1]).host, f"{at(held, real[1]).path}?liste=<{real[2]}>-<{real[3]}>&q=ensom")
    national = [path for path in held["kinds"] if path.startswith("/vejviser/hele-landet/") and path.count("/") == 6]
    for path in spread(national, 4):
        yield Address(VEJLE, path.removeprefix("/vejviser"))


def other_pages(held: dict) -> Iterator[Address]:
    """Text pages, organisations, front pages of municipalities that have no site."""
    by_kind = {
        kind: [path for path, model in held["kinds"].items() if model == kind] for kind in held["kinds"].values()
    }
    yield from (at(held, path) for path in by_kind["textpage"])
    yield from (at(held, path) for path in spread(by_kind["organisationpage"], 10))
    yield from (at(held, path, PORTAL) for path in spread(by_kind["municipalitypage"], 5))
    yield at(held, by_kind["nationalbranchpage"][0])


def terms(held: dict) -> Iterator[Address]:
    """Landing pages and places. Every place is on the portal; elsewhere most are not to be found."""
    hosts = cycle((PORTAL, VEJLE, EKSEMPEL))
    for name, folder in (("needs", "behov"), ("target_groups", "maalgruppe")):
        yield from (Address(next(hosts), f"/{folder}/{slug}/") for slug in spread(held[name], 12))
    yield from (Address(PORTAL, f"/sted/{slug}/") for slug in spread(held["places"], 10))
    yield from (Address(VEJLE, f"/sted/{slug}/") for slug in spread(held["places"], 3))
    yield Address(EKSEMPEL, "/sted/huset-ved-broen-eksempelby/")
    yield Address(EKSEMPEL, "/en/maalgruppe/paaroerende/")


def lists(held: dict) -> Iterator[Address]:
    """Lists of offers, on paper as well, carried along while one searches, and one with an offer that is gone."""
    known = [path for path in held["kinds"] if path.startswith(held["sites"][EKSEMPEL]) and path.count("/") == 5]
    three, nine = (f"<{'>-<'.join(known[:number])}>" for number in (3, 9))
    for path in (f"/liste/{three}/", f"/liste/{nine}/", f"/liste/{three}-999999/"):
        yield Address(EKSEMPEL, path)
        yield Address(EKSEMPEL, f"{path}print/")
    yield Address(VEJLE, f"/liste/{three}/")
    yield Address(EKSEMPEL, f"/en/liste/{three}/")
    for path in ("/", "/find-tilbud/", "/i-dag/", "/kort/", "/hjaelp-nu/"):
        yield Address(EKSEMPEL, f"{path}?liste={three}")
    for path in known[:3]:
        yield Address(EKSEMPEL, f"/tilbagemelding/?tilbud=<{path}>")
        yield Address(EKSEMPEL, "/tilbagemelding/", "POST", f"about=<{path}>&useful=no")
    yield Address(EKSEMPEL, "/tilbagemelding/", "POST", f"about=<{known[0]}>&useful=yes")
    yield Address(EKSEMPEL, "/tilbagemelding/", "POST", f"about=<{known[0]}>&text=Telefonen+er+forkert")


def days(held: dict) -> Iterator[Address]:
    today = date.fromisoformat(held["today"])
    for ahead in (*range(-1, 8), 30):
        yield Address(EKSEMPEL, f"/i-dag/?dag={today + timedelta(days=ahead)}")
    yield Address(PORTAL, f"/i-dag/?dag={today + timedelta(days=1)}")


def odd(held: dict) -> Iterator[Address]:
    yield at(held, asking.GONE)
    yield at(held, asking.GONE, PORTAL)
    yield from (Address(EKSEMPEL, path) for path in ODD)
    yield Address(RANDERS, "/tema.css?v=0")
    yield Address(VEJLE, "/tilbagemelding/", "POST", "text=")
    yield Address(VEJLE, "/tilbagemelding/", "POST", "text=Min+mor+010190-1234")
    yield Address(VEJLE, "/tilbagemelding/", "POST", "text=Jeg+ledte&website=x")
    for method, path in (
        ("HEAD", "/"),
        ("HEAD", "/find-tilbud/?q=ensom"),
        ("POST", "/i-dag/"),
        ("DELETE", "/"),
        ("OPTIONS", "/"),
    ):
        yield Address(VEJLE, path, method)
