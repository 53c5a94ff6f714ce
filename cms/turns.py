"""Letting processes take turns: on one machine by a file, on several by the database that they share."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from cms.settings.environment import VAR

#: Any number that no other program of this database uses: the letters "vejv".
_KEY = 0x76656A76


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait until nobody else is in such a block. Whoever dies in it gives up the turn."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "prepare.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # For this connection, which is let go when the process ends.
                cursor.execute("SELECT pg_advisory_lock(%s)", [_KEY])
        try:
            yield
        finally:
            if connection.vendor == "postgresql" and connection.is_usable():
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [_KEY])
