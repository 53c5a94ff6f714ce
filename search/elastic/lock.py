"""The lock of the writer: one document that writers on any machine agree on.

A holder renews its lease while it lives. Whoever waits takes the lock over when the lease has not been renewed for its
whole length, by the waiter's own clock: no two machines' clocks need to agree. Each holder gets a batch number that is
greater than all before.
"""

import contextlib
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import Elasticsearch

from search.contract import SearchUnavailable
from search.elastic.door import Door, Missing, Taken

_ID = "writer"
_WHAT = "take the writer's lock"


class Held:
    """The lock while it is held, kept alive by a thread of its own."""

    def __init__(self, lock: "WriterLock", owner: str, batch: int, place: tuple[int, int]) -> None:
        self.batch = batch
        self._lock = lock
        self._owner = owner
        self._place = place
        self._lost = False
        self._renewed = time.monotonic()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._renew, name="writer's lock", daemon=True)
        self._thread.start()

    def require(self) -> None:
        """Go on only when nobody can have taken the lock over."""
        if self._lost or time.monotonic() - self._renewed > self._lock.lease:
            raise SearchUnavailable("The writer's lock was lost: this process was too slow.")

    def release(self) -> None:
        self._over.set()
        self._thread.join()
        # What cannot be told now is noticed when the lease runs out.
        with contextlib.suppress(SearchUnavailable):
            if not self._lost:
                self._lock.write("", self.batch, self._place)

    def _renew(self) -> None:
        while not self._over.wait(self._lock.lease / 3):
            started = time.monotonic()
            try:
                self._place = self._lock.write(self._owner, self.batch, self._place)
                self._renewed = started
            except Taken:
                self._lost = True
                return
            except SearchUnavailable:
                continue  # tried again until the lease is over


class WriterLock:
    """One lock in one index."""

    def __init__(self, door: Door, index: str, patience: float = 60.0, lease: float = 30.0) -> None:
        self.lease = lease
        self._door = door
        self._index = index
        self._patience = patience
        #: Which lease was seen, and since when it has not been renewed.
        self._seen: tuple[tuple[int, int] | None, float] = (None, 0.0)

    @contextmanager
    def held(self) -> Iterator[Held]:
        """Hold the lock, or raise when others hold it for too long."""
        held = self._acquired()
        try:
            yield held
        finally:
            held.release()

    def write(self, owner: str, batch: int, place: tuple[int, int] | None) -> tuple[int, int]:
        """Write the lock, unless it changed since it was at this place; says where it is now."""

        def question(client: Elasticsearch) -> Any:
            document = {"owner": owner, "batch": batch}
            if place is None:
                return client.index(index=self._index, id=_ID, document=document, op_type="create")
            number, term = place
            return client.index(index=self._index, id=_ID, document=document, if_seq_no=number, if_primary_term=term)

        return _place(self._door.ask(_WHAT, question))

    def _acquired(self) -> Held:
        owner, deadline = uuid.uuid4().hex, time.monotonic() + self._patience
        while True:
            current = self._current()
            place = _place(current) if current else None
            if current is None or not current["_source"]["owner"] or self._abandoned(place):
                before = current["_source"]["batch"] if current else 0
                # By the clock, so that numbers go on rising should the lock itself ever be lost.
                batch = max(before + 1, int(time.time() * 1_000_000))
                with contextlib.suppress(Taken):
                    return Held(self, owner, batch, self.write(owner, batch, place))
            if time.monotonic() > deadline:
                raise SearchUnavailable("Another process is writing to Elasticsearch.")
            time.sleep(0.05)

    def _abandoned(self, place: tuple[int, int] | None) -> bool:
        if self._seen[0] != place:
            self._seen = (place, time.monotonic())
        return time.monotonic() - self._seen[1] > self.lease

    def _current(self) -> Any:
        try:
            return self._door.ask(_WHAT, lambda client: client.get(index=self._index, id=_ID).body)
        except Missing:
            self._make()
            return None

    def _make(self) -> None:
        """The index of the lock, unless it is there and only empty."""
        settings = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}
        self._door.ask(
            _WHAT,
            lambda client: client.options(ignore_status=400).indices.create(index=self._index, settings=settings),
        )


def _place(told: Any) -> tuple[int, int]:
    return int(told["_seq_no"]), int(told["_primary_term"])
