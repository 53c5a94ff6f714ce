"""Asking a web page whether it is there: one short request, within seconds, and never inside a closed network."""

import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urljoin, urlsplit

from django.utils.translation import gettext as _

#: Seconds for a page with all that it leads on to, bytes of the head of an answer, and pages that it may lead on to.
PATIENCE, MAX_HEAD, MAX_STEPS = 8.0, 16_384, 4
#: Addresses in which a network writes others.
_TRANSLATED = ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}
#: What such answers say of the page: it is gone. Others, as that nobody but people may ask, say nothing of it.
_GONE = frozenset((404, 410))
_LEADS_ON = frozenset((301, 302, 303, 307, 308))
#: Answers of servers that do not know the question, and are asked for the page itself.
_ASK_AGAIN = frozenset((400, 403, 404, 405, 501))


class _Fault(Exception):
    """Why a page does not answer, in words for editors."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    location: str


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open Internet, and holds no other one that may not be."""
    found = ip_address(address)
    wraps = isinstance(found, IPv6Address) and (
        found.sixtofour or found.teredo or found.ipv4_mapped or found in _TRANSLATED
    )
    return found.is_global and not found.is_multicast and not wraps


def fault_of(url: str, allowed: Callable[[str], bool] = is_public) -> str:
    """Why a page does not answer, in words; nothing where it does. `allowed` says which IP addresses may be asked."""
    until = time.monotonic() + PATIENCE
    try:
        for _step in range(MAX_STEPS + 1):
            answer = _asked(url, until, allowed)
            if answer.status not in _LEADS_ON or not answer.location:
                return _told(answer.status)
            url = urljoin(url, answer.location)
    except _Fault as fault:
        return str(fault)
    except ssl.SSLError:
        return _("Its certificate is not valid.")
    except OSError:
        return _("It does not answer.")
    # A page that leads round in circles for programs may be there for people.
    return ""


def _told(status: int) -> str:
    if status in _GONE:
        return _("There is no such page (%(status)s).") % {"status": status}
    return _("The server has a fault (%(status)s).") % {"status": status} if status >= 500 and status != 503 else ""


def _asked(url: str, until: float, allowed: Callable[[str], bool]) -> _Answer:
    parts = urlsplit(url)
    try:
        port = parts.port or _PORTS[parts.scheme]
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (KeyError, ValueError) as error:
        raise _Fault(_("It is no address of a web page.")) from error
    place = _place(host, port, allowed)
    answer = _sent("HEAD", parts, host, place, until)
    return _sent("GET", parts, host, place, until) if answer.status in _ASK_AGAIN else answer


def _place(host: str, port: int, allowed: Callable[[str], bool]) -> tuple:
    """Where the host is. What is asked then is this place and no other, whatever the name leads to a moment later."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _Fault(_("There is no such host.")) from error
    for _family, _type, _protocol, _name, place in found:
        if not allowed(str(place[0])):
            raise _Fault(_("It leads into a closed network."))
    return found[0][4]


def _sent(method: str, parts: SplitResult, host: str, place: tuple, until: float) -> _Answer:
    """The head of the answer. The rest of a page is not read."""
    with socket.create_connection(place[:2], timeout=_left(until)) as plain:
        if parts.scheme == "https":
            with ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secret:
                return _spoken(secret, method, parts, host, until)
        return _spoken(plain, method, parts, host, until)


def _spoken(line: socket.socket, method: str, parts: SplitResult, host: str, until: float) -> _Answer:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    # What is not of an address is written in percents: no letter of it ends the line.
    asked = "".join(letter if "!" <= letter <= "~" else _percents(letter) for letter in path)
    head = f"{method} {asked} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: Vejviser link check\r\nAccept: */*\r\nConnection: close\r\n\r\n"
    line.settimeout(_left(until))
    line.sendall(head.encode("ascii"))
    return _read(line, until)


def _percents(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", errors="replace"))


def _read(line: socket.socket, until: float) -> _Answer:
    held = b""
    while b"\r\n\r\n" not in held and len(held) < MAX_HEAD:
        line.settimeout(_left(until))
        piece = line.recv(4096)
        if not piece:
            break
        held += piece
    first, *rest = held.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    words = first.split()
    if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isascii() or not words[1].isdigit():
        raise _Fault(_("It does not answer as a web page does."))
    named = (header.partition(":") for header in rest)
    return _Answer(
        int(words[1][:3]), next((value.strip() for name, _c, value in named if name.lower() == "location"), "")
    )


def _left(until: float) -> float:
    """The seconds that are left; a `TimeoutError` where none are."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
