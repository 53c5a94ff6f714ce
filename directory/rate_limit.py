"""How often something may be done. Nobody is written down: only fingerprints, in memory, that cannot be read once they are forgotten."""

import hashlib
import ipaddress
import secrets
import threading
import time
from collections import Counter

from django.conf import settings


class RateLimit:
    """Counts what is done in a span of time, by whom and by all, in this process."""

    def __init__(self, *, most: int, most_in_all: int, seconds: float) -> None:
        self._most, self._most_in_all, self._seconds = most, most_in_all, seconds
        self._lock = threading.Lock()
        self.forget()

    def allows(self, who: str) -> bool:
        """Whether they may do it once more; nothing is counted."""
        with self._lock:
            self._forget_in_time()
            return self._has_room(self._fingerprint(who))

    def count(self, who: str) -> None:
        """Remember that they did it."""
        with self._lock:
            self._forget_in_time()
            self._counts[self._fingerprint(who)] += 1

    def take(self, who: str) -> bool:
        """Whether they may do it once more; if so it is counted."""
        with self._lock:
            self._forget_in_time()
            key = self._fingerprint(who)
            if not self._has_room(key):
                # Who is refused takes no room either.
                return False
            self._counts[key] += 1
            return True

    def forget(self) -> None:
        """Begin again, with another salt: what was counted cannot be told of anybody any more."""
        self._began, self._salt = time.monotonic(), secrets.token_bytes(16)
        self._counts: Counter[bytes] = Counter()

    def _forget_in_time(self) -> None:
        if time.monotonic() - self._began >= self._seconds:
            self.forget()

    def _has_room(self, key: bytes) -> bool:
        return self._counts[key] < self._most and self._counts.total() < self._most_in_all

    def _fingerprint(self, who: str) -> bytes:
        return hashlib.blake2b(who.encode(), key=self._salt, digest_size=16).digest()


def network(request) -> str:
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
