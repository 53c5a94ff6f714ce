"""Making an index again from the database, and finding out where the two differ."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from directory.indexing.source import entries
from directory.indexing.stamps import begin, belongs, index_name
from directory.indexing.worker import drain
from directory.models import Generation, Heartbeat, Outbox
from directory.times.tokens import DAYS_AHEAD
from search import Engine, SearchUnavailable, digest_of, targets

logger = logging.getLogger(__name__)

#: The hour after which an index of yesterday is made again, when few look for anything.
_NIGHT = 3


@dataclass(frozen=True)
class Difference:
    """An entry on which an index and the database do not agree."""

    target: str
    key: str
    what: str  # "missing", "extra" or "stale"


def rebuild(target: str, engine: Engine) -> int:
    """Make one index again, then send what changed meanwhile; how many entries it has."""
    count = engine.rebuild(entries(), begin(target))
    Heartbeat.beat(_made(target))
    Generation.bump_pages()
    drain(engine, target)
    return count


def is_of_today(target: str) -> bool:
    """Whether the index was made since the last night. What it knows of opening hours reaches a few days ahead."""
    now = timezone.localtime()
    night = now.replace(hour=_NIGHT, minute=0, second=0, microsecond=0)
    return Heartbeat.since(_made(target), night if night <= now else night - timedelta(days=1))


def known_until(target: str) -> date | None:
    """The last day of which the index knows what is open when; None for one that was never made."""
    made = Heartbeat.last(_made(target))
    return timezone.localtime(made).date() + timedelta(days=DAYS_AHEAD - 1) if made else None


def rebuild_due() -> None:
    """Make again what is lost, of another database, or not made since the last night. What is out of reach has its turn later."""
    for target, engine in targets().items():
        health = engine.check()
        if health.lost or (health.ready and not belongs(target, health)) or not is_of_today(target):
            _or_later(target, engine)


def _made(target: str) -> str:
    return f"made {index_name(target)}"


def rebuild_all() -> int:
    """Make all of them again; one that is out of reach is told in the log, and left for later."""
    count = 0
    for target, engine in targets().items():
        count = max(count, _or_later(target, engine))
    return count


def _or_later(target: str, engine: Engine) -> int:
    try:
        return rebuild(target, engine)
    except SearchUnavailable as error:
        logger.warning("The index %s could not be made again: %s", target, error)
        return 0


def differences(target: str, engine: Engine) -> Iterator[Difference]:
    """Where the index differs from the database. What waits in the outbox is not yet sent, and differs too."""
    wanted = {entry.id: digest_of(entry) for entry in entries()}
    found = engine.digests()
    for key in sorted(wanted.keys() | found.keys()):
        if key not in found:
            yield Difference(target, key, "missing")
        elif key not in wanted:
            yield Difference(target, key, "extra")
        elif wanted[key] != found[key]:
            yield Difference(target, key, "stale")


def mend(found: list[Difference]) -> None:
    """Send the entries on which they differ again."""
    Outbox.objects.bulk_create(Outbox(key=one.key, target=index_name(one.target)) for one in found)
    for target, engine in targets().items():
        drain(engine, target)
