"""Whose index is it? Each index has a name of its own in the outbox, and a word that it and the database both keep.

The index inside the site stands on one machine: beside it lies its name, so that the index of another machine is another
one. An index in Elasticsearch is the same for all machines.
"""

import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from directory.models import Heartbeat, IndexStamp
from search import Engine, Health, SearchUnavailable

#: Two who write to one index at once may stamp it one after the other: so long the earlier word still stands.
_OVERLAP = timedelta(minutes=10)
#: So long nothing was heard of an index, and no more changes are written down for it. When it is back it is made again.
FORGOTTEN_AFTER = timedelta(days=1)


def index_name(target: str) -> str:
    """What this machine's index is called in the outbox; the target alone while it has no name yet."""
    if target != "embedded":
        return target
    try:
        return f"{target} {_name_file().read_text('utf-8').strip()}"
    except (OSError, UnicodeDecodeError):
        return target


def _name_file() -> Path:
    return Path(settings.SEARCH_INDEX_DIR) / "name"


def _give_name() -> None:
    """Name the index of this machine, once; of two who do so at the same moment, one wins."""
    path = _name_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), path.open("x", encoding="utf-8") as file:
            file.write(secrets.token_hex(4))
    except OSError as problem:
        raise SearchUnavailable(f"Nobody can write to {path.parent}: {problem.strerror}") from problem


def registered() -> list[str]:
    """The indexes that changes have to be written down for."""
    return sorted(IndexStamp.objects.order_by().values_list("index", flat=True).distinct())


def begin(target: str) -> str:
    """A new word for an index that is about to be made. From now on changes are written down for it."""
    if target == "embedded":
        _give_name()
    name = index_name(target)
    is_new = name not in registered()
    with transaction.atomic():
        if is_new and connection.vendor == "postgresql":
            # Whoever changes something reads this table first. Those who did not see the new index have to be through
            # before the entries are read; SQLite lets nobody else write meanwhile anyway.
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {IndexStamp._meta.db_table} IN ACCESS EXCLUSIVE MODE")
        return IndexStamp.objects.create(index=name).stamp


def stamp(target: str, engine: Engine) -> None:
    """Give an index that is about to be changed a new word; earlier words are forgotten once it has it."""
    row = IndexStamp.objects.create(index=index_name(target))
    engine.stamp(row.stamp)
    IndexStamp.objects.filter(index=row.index, pk__lt=row.pk, written__lt=row.written - _OVERLAP).delete()


def belongs(target: str, health: Health) -> bool:
    """Whether the index is of this database as it is now: not of a later or an earlier state, and not of another one."""
    return IndexStamp.objects.filter(index=index_name(target), stamp=health.stamp).exists()


def see(targets: Iterable[str]) -> None:
    """Say that somebody looks after these indexes, and write down nothing more for those that nobody has for a day."""
    for target in targets:
        Heartbeat.beat(_looked_after(index_name(target)))
    since = timezone.now() - FORGOTTEN_AFTER
    made = set(IndexStamp.objects.filter(written__gte=since).values_list("index", flat=True))
    for name in set(registered()) - made:
        if not Heartbeat.since(_looked_after(name), since):
            IndexStamp.objects.filter(index=name).delete()


def _looked_after(name: str) -> str:
    return f"index {name}"
