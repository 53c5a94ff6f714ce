"""Writing down which entries changed, in the change's own transaction, and sending them on after it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import transaction

from directory.indexing.entries import entry_id
from directory.indexing.stamps import registered
from directory.indexing.tasks import drain_outbox
from directory.models import Outbox

#: True while a bulk change collects: it is sent once, at the end.
_collecting: ContextVar[bool] = ContextVar("collecting", default=False)


def note(keys: Iterable[int]) -> None:
    """Write down that these offers changed, for every index. After the transaction they are sent."""
    changed = sorted(set(keys))
    # Most rows that are saved are no offers', and then nobody asks which indexes there are.
    rows = [Outbox(key=entry_id(key), target=target) for target in registered() for key in changed] if changed else []
    if not rows:
        return
    Outbox.objects.bulk_create(rows)
    if not _collecting.get():
        transaction.on_commit(_send)


@contextmanager
def collected() -> Iterator[None]:
    """Let a bulk change write its rows and send them once, when the block ends well or badly."""
    token = _collecting.set(True)
    try:
        yield
    finally:
        _collecting.reset(token)
        if settings.SEARCH_LIVE_UPDATES:
            transaction.on_commit(_send)


def _send() -> None:
    drain_outbox.enqueue()
