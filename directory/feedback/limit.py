"""How often one may write. Addresses are kept nowhere: only fingerprints, in memory, that nobody can read an hour later."""

import hashlib
import ipaddress
import secrets
import threading
import time
from collections import Counter

from django.conf import settings

#: So often in an hour from one address, and so often from all together.
MAX_PER_SENDER, MAX_IN_ALL = 10, 300
_HOUR = 3600.0


class _Memory:
    """What this process has counted in this hour."""

    lock = threading.Lock()
    began = time.monotonic()
    salt = secrets.token_bytes(16)
    counts: Counter[bytes] = Counter()


def allows(request) -> bool:
    """Whether one more may come from there; it is counted."""
    with _Memory.lock:
        if time.monotonic() - _Memory.began >= _HOUR:
            forget()
        key = hashlib.blake2b(_network(request).encode(), key=_Memory.salt, digest_size=16).digest()
        if _Memory.counts[key] >= MAX_PER_SENDER or _Memory.counts.total() >= MAX_IN_ALL:
            return False
        _Memory.counts[key] += 1
        return True


def forget() -> None:
    """Begin again, with another salt: what was counted cannot be told of anybody any more."""
    _Memory.began, _Memory.salt, _Memory.counts = time.monotonic(), secrets.token_bytes(16), Counter()


def _network(request) -> str:
    """The address that the request came from; of a long one the part that belongs to one household."""
    told = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        # The proxy writes the address it saw at the end; what stands before it may be made up.
        told = request.headers.get("X-Forwarded-For", told).rpartition(",")[2].strip()
    try:
        address = ipaddress.ip_address(told)
    except ValueError:
        return ""
    return str(address if address.version == 4 else ipaddress.ip_network((address, 64), strict=False))
