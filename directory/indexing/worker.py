"""Empties the outbox into the index. A row is deleted after the engine has committed; doing one twice is harmless."""

import logging
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from directory.indexing.entries import keys_of
from directory.indexing.source import sync
from directory.indexing.stamps import index_name, stamp
from directory.models import Generation, IndexStamp, Outbox
from search import Engine, SearchUnavailable, targets

logger = logging.getLogger(__name__)

#: So many rows are sent in one step: what was changed together is found together.
BATCH = 2000
_FIRST_PAUSE = timedelta(seconds=30)
_MAX_PAUSE = timedelta(hours=6)


def drain_all() -> int:
    """Send what waits to every index that answers; how many rows were done. One that is out holds up no other."""
    done = 0
    # The last one stands in when the others are out: it is never kept waiting for them.
    for target, engine in reversed(targets().items()):
        try:
            done += drain(engine, target)
        except SearchUnavailable as error:
            logger.warning("The index %s is out of reach; its changes wait: %s", target, error)
    # Rows for an index that is no longer kept up to date wait for nobody. In one question: one that is new just now
    # would lose its first rows.
    Outbox.objects.exclude(target__in=IndexStamp.objects.order_by().values("index")).delete()
    return done


def drain(engine: Engine, target: str = "embedded") -> int:
    """Send all that waits; how many rows were done. Raises `SearchUnavailable` when the engine is out."""
    done, name = 0, index_name(target)
    while rows := list(_due(name)[:BATCH]):
        if not done:
            # First: an index that has a change and not its stamp would pass for what it was before.
            stamp(target, engine)
        done += _apply(engine, rows, _Since(name, rows))
    if done:
        Generation.bump_pages()
    return done


def _due(name: str):
    now = timezone.now()
    return Outbox.objects.filter(Q(not_before=None) | Q(not_before__lte=now), target=name).order_by("pk")


class _Since:
    """What was written down for an index since its rows were taken. Rows of one transaction are there together, or not yet."""

    def __init__(self, name: str, rows: list[Outbox]) -> None:
        self._name = name
        self._seen = {row.pk for row in rows}

    def __call__(self, keys: set[int]) -> set[int]:
        waiting = dict(_due(self._name).exclude(pk__in=self._seen).values_list("pk", "key")[:BATCH])
        self._seen.update(waiting)
        new = set(keys_of(waiting.values()))
        return new if new & keys else set()


def _apply(engine: Engine, rows: list[Outbox], since: _Since) -> int:
    """Send a batch; halve a batch that fails until the guilty row is alone, and park that one."""
    try:
        sync(engine, set(keys_of(row.key for row in rows)), since)
    except SearchUnavailable:
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one row, the others must go on
        if len({row.key for row in rows}) == 1:
            return _park(rows, error)
        middle = len(rows) // 2
        return _apply(engine, rows[:middle], since) + _apply(engine, rows[middle:], since)
    Outbox.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def _park(rows: list[Outbox], error: Exception) -> int:
    """Set a row aside with its error, to be tried again after a pause that grows."""
    logger.error("Could not index %s", rows[0].key, exc_info=error)
    attempts = max(row.attempts for row in rows) + 1
    pause = min(_FIRST_PAUSE * 2 ** (attempts - 1), _MAX_PAUSE)
    Outbox.objects.filter(pk__in=[row.pk for row in rows[1:]]).delete()
    Outbox.objects.filter(pk=rows[0].pk).update(
        attempts=attempts, not_before=timezone.now() + pause, error=f"{type(error).__name__}: {error}"
    )
    return 0
