"""Requests as somebody sends them who wants to see the site fall: odd methods, hosts, headers, bodies, letters and ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from tests.attack.wire import ask

#: Stands in everything that a visitor sends and no log may hold: query, path, host, headers.
MARK = "zqmaerketq"
#: A visitor's address, as a proxy would tell it. Nobody has it (RFC 5737).
ADDRESS = "203.0.113.77"

HOSTS = ("localhost", "eksempel.localhost", "vejle.localhost", "randers.localhost")
ODD_HOSTS = (
    "ukendt.localhost",
    "example.org",
    "",
    "localhost:99999",
    "[::1]",
    "localhost:",
    ".localhost",
    "a" * 300,
    "localhost, example.org",
    "local host",
    "127.0.0.1",
    "LOCALHOST",
    "xn--\x80.localhost",
    "user@localhost",
)
METHODS = ("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get", "G T")
PARAMS = (
    "q",
    "side",
    "behov",
    "maalgruppe",
    "sted",
    "postnr",
    "lat",
    "lon",
    "km",
    "dag",
    "tid",
    "sorter",
    "liste",
    "tilbud",
    "aaben",
    "alder",
    "pris",
    "adgang",
    "kommune",
    "ukendt",
    "naermest",
    "tekst",
    "csrfmiddlewaretoken",
    "next",
    "page",
)
VALUES = (
    b"",
    b"0",
    b"-1",
    b"999999999999999999999999",
    b"1e309",
    b"nan",
    b"%00",
    b"%",
    b"%zz",
    b"%ff%fe",
    b"%C0%AF",
    "hjælp+æøå".encode(),
    "hjælp".encode("latin-1"),
    "\U0001f600".encode(),
    b"a%CC%88" * 200,
    b"%E2%80%AE" * 50,
    b"'%20OR%201=1--",
    b"{{7*7}}",
    b"%24%7Bjndi:ldap%7D",
    b"<script>",
    b"../../etc/passwd",
    b"..%2f..%2fetc%2fpasswd",
    b"A" * 3000,
    b"(" * 500,
    b"+".join([b"ikke"] * 300),
    b"%22" * 300,
    b"*" * 100,
    b"title:x%20AND%20y",
    b"%0d%0aX:%20y",
    b"2026-13-45",
    b"99:99",
    b"55.7,9.5",
    b"-91,181",
    b"x" * 64,
    b"0010010000",
    b"%F0%9F%92%A9" * 60,
    b"\\",
    b"[]",
    b"a[b]=c",
)
HEADERS = (
    b"Range: bytes=0-0,1-1,2-2,5-1",
    b"Range: bytes=-99999999999999999999",
    b"Range: lines=1",
    b"If-Modified-Since: Thu, 99 Foo 0000 99:99:99 GMT",
    b"If-None-Match: W/" + b'"x",' * 300,
    b"Accept-Language: " + b"da;q=9," * 400,
    b"Accept-Language: \xff\xfe-x",
    b"Accept: ;;;,q=",
    b"Accept-Encoding: gzip;q=nan, br;q=-1, *;q=",
    b"Cookie: sessionid=" + MARK.encode() + b"; csrftoken=\xff; =; ;;",
    b"Cookie: " + b"a=b; " * 700,
    b"Authorization: Bearer " + MARK.encode(),
    b"Authorization: Basic !!!",
    b"Referer: http://localhost/find-tilbud/?q=" + MARK.encode(),
    b"User-Agent: " + MARK.encode() + b" ${jndi:ldap://x}",
    b"X-Forwarded-For: " + ADDRESS.encode(),
    b"X-Forwarded-For: \xff, ::::1, " + ADDRESS.encode(),
    b"X-Forwarded-Host: " + MARK.encode() + b".example",
    b"X-Forwarded-Proto: https, http",
    b"X-HTTP-Method-Override: DELETE",
    b"Expect: the unexpected",
    b"Connection: upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
    b"Content-Length: -5",
    b"Content-Length: 1\r\nContent-Length: 2",
    b"Transfer-Encoding: gzip, chunked",
    b"Origin: null\r\nSec-Fetch-Site: cross-site",
    b"X-Under_score: y",
    b"X" * 9000 + b": y",
    b"No colon",
    b" folded: line",
    b"X-Nul: a\x00b",
    b"\r\n".join([b"X-Many: y"] * 90),
)
FORM, PARTS = b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=q"
#: Type and content of bodies. None of the texts may be found in a log.
BODIES = (
    (FORM, b"text=" + MARK.encode()),
    (FORM, b"&".join([b"a=b"] * 3000)),
    (FORM, b"text=%00%ff&about=99999999999999999999&useful=perhaps&website="),
    (FORM, b"login=" + MARK.encode() + b"&password=%00"),
    (FORM + b"; charset=" + MARK.encode(), b"text=x"),
    (PARTS, b'--q\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + MARK.encode()),
    (
        PARTS,
        b'--q\r\nContent-Disposition: form-data; name="f"; filename="../'
        + MARK.encode()
        + b'.svg"\r\n\r\n<svg/>\r\n--q--\r\n',
    ),
    (PARTS, b"--q\r\n" * 500),
    (b"multipart/form-data; boundary=", b"x"),
    (b"multipart/form-data", b"x"),
    (b"application/json", b"[" * 5000),
    (b"text/xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    (b"\xff/\xfe", b"\x00" * 1000),
)
PATHS = (
    b"/",
    b"//",
    b"/..",
    b"/%2e%2e/%2e%2e/etc/passwd",
    b"/\\",
    b"/%00",
    b"/" + b"a/" * 500,
    b"/" + b"a" * 4000,
    b"*",
    b"x",
    b"",
    b"http://example.org/",
    b"http://[::1",
    b"/en/",
    b"/en/en/",
    b"/find-tilbud/\xc3\xa6",
    b"/find-tilbud/%C3%A6/",
    b"/;a=b",
    b"/media/../secret-key",
    b"/media/" + b"a" * 300,
    b"/media/%2e%2e/vejviser.sqlite3",
    b"/static/../manage.py",
    b"/static/%00",
    b"/static/cms/",
    b"/admin/",
    b"/admin/login/",
    b"/konto/log-ind/",
    b"/admin/pages/",
    b"/admin/pages/1/",
    b"/dokumenter/1/x.pdf",
    b"/healthz",
    b"/readyz",
    b"/metrics",
    b"/tema.css",
    b"/stil/",
    b"/was",
    b"/.well-known/security.txt",
    b"/.git/config",
    b"/liste/1-2-3/",
)


@dataclass(frozen=True)
class Hostile:
    """One request; `whole` says whether an answer is owed."""

    data: bytes
    whole: bool = True


def public_addresses(port: int, most: int = 80) -> list[bytes]:
    """Addresses that visitors meet, found by following links from the front page."""
    found, waiting = {"/": None}, ["/"]
    while waiting and len(found) < most:
        page = ask(port, waiting.pop(0)).body.decode("utf-8", "replace")
        for target in re.findall(r'(?:href|src|action)="(/[^"#]*)"', page):
            if target not in found:
                found[target] = None
                waiting.append(target)
    return [target.replace("&amp;", "&").encode() for target in islice(found, most)]


def hostile(seed: int, known: list[bytes]) -> Iterator[Hostile]:
    """Requests without end, the same for the same seed."""
    draw = Random(seed)
    while True:
        yield _request(draw, known)


def _request(draw: Random, known: list[bytes]) -> Hostile:
    method = draw.choice(METHODS).encode()
    head = [
        method
        + b" "
        + _target(draw, known)
        + draw.choice((b" HTTP/1.1",) * 12 + (b" HTTP/1.0", b" HTTP/9.9", b" HTTP/x"))
    ]
    host = (
        draw.choice(HOSTS)
        if draw.random() < 0.85
        else draw.choice((*ODD_HOSTS, f"{MARK}.localhost", f"{MARK}.example"))
    )
    head += [b"Host: " + host.encode("latin-1")] * draw.choice((1,) * 30 + (0, 2))
    head += draw.sample(HEADERS, draw.choice((0, 0, 0, 1, 1, 2)))
    body = b""
    if method == b"POST" or draw.random() < 0.1:
        kind, body = draw.choice(BODIES)
        head += [b"Content-Type: " + kind, b"Content-Length: %d" % len(body)]
        head += draw.choice(([], [b"Origin: http://localhost"], [b"Sec-Fetch-Site: same-origin"]))
        if draw.random() < 0.1:
            return Hostile(b"\r\n".join(head) + b"\r\n\r\n" + body[: len(body) // 2], whole=False)
    newline = b"\n" if draw.random() < 0.01 else b"\r\n"
    return Hostile(newline.join(head) + newline * 2 + body)


def _target(draw: Random, known: list[bytes]) -> bytes:
    path = draw.choice(PATHS) if draw.random() < 0.3 else draw.choice(known)
    if draw.random() < 0.1:
        path = path.partition(b"?")[0] + MARK.encode() + draw.choice((b"", b"/", b"%ff/"))
    asked = [
        draw.choice(PARAMS).encode() + b"=" + draw.choice(VALUES) + (MARK.encode() if draw.random() < 0.7 else b"")
        for _ in range(draw.choice((0, 1, 1, 2, 4, 12)))
    ]
    return path + (b"&" if b"?" in path else b"?") + b"&".join(asked) if asked else path
