"""Where Elasticsearch is and how to get in, read from one address.

    https://name:password@search.example:9200/?prefix=vejviser&ca_certs=/etc/ssl/search.pem
    http://one:9200,http://two:9200,http://three:9200

Nothing here touches the network. Secrets are never part of what is printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from re import fullmatch
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

#: What may stand behind the question mark, and what it is for the client.
_ACCESS = {"api_key": str, "ca_certs": str, "client_cert": str, "client_key": str, "ssl_assert_fingerprint": str}
_OWN = {"prefix", "shards", "replicas", "verify_certs"}
_OFF = {"0", "no", "off", "false"}


class BadAddress(ValueError):
    """The address cannot be understood; the message says what to type."""


@dataclass(frozen=True, slots=True)
class Address:
    """One cluster, and the names and sizes of what is kept in it.

    Without `replicas` there is one copy as soon as there are two machines.
    """

    hosts: tuple[str, ...]
    prefix: str = "vejviser"
    shards: int = 1
    replicas: int | None = None
    access: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, url: str) -> "Address":
        """Read an address as it stands in the settings."""
        where, _, options = url.partition("?")
        hosts, login = [], None
        for host in where.split(","):
            bare, found = _host(host.strip())
            hosts.append(bare)
            login = found or login
        told = dict(parse_qsl(options, keep_blank_values=True))
        if unknown := set(told) - set(_ACCESS) - _OWN:
            raise BadAddress(f"Elasticsearch's address has no {', '.join(sorted(unknown))}: leave it out.")
        access: dict[str, Any] = {name: value for name, value in told.items() if name in _ACCESS}
        if login:
            access["basic_auth"] = login
        if told.get("verify_certs", "").lower() in _OFF and "verify_certs" in told:
            access["verify_certs"] = False
        replicas = _number("replicas", told["replicas"], least=0) if "replicas" in told else None
        return cls(tuple(hosts), _prefix(told), _number("shards", told.get("shards", "1"), 1), replicas, access)


def _host(url: str) -> tuple[str, tuple[str, str] | None]:
    """The address without name and password, and those two."""
    parts = urlsplit(url)
    try:
        known = parts.scheme in {"http", "https"} and parts.hostname and parts.port
    except ValueError:
        known = None
    if not known:
        raise BadAddress("Elasticsearch's address needs scheme, host and port, such as https://localhost:9200.")
    bare = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))
    return bare, (unquote(parts.username), unquote(parts.password or "")) if parts.username else None


def _prefix(told: Mapping[str, str]) -> str:
    prefix = told.get("prefix", "vejviser")
    if not fullmatch(r"[a-z0-9][a-z0-9_-]{0,60}", prefix):
        raise BadAddress("The prefix of Elasticsearch's indices is small letters, digits, - and _.")
    return prefix


def _number(name: str, value: str, least: int) -> int:
    if not value.isdecimal() or int(value) < least:
        raise BadAddress(f"{name} in Elasticsearch's address is a number, at least {least}.")
    return int(value)
