"""The generation of what seldom changes: sites, front pages, terms, words. Processes keep it while the generation stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import randbits

from asgiref.local import Local
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

#: What this thread has read of the generation: set only while a request is answered.
_request = Local()


class Generation(models.Model):
    """A stamp that is another one after each change of what is kept (`directory/models/watched.py`). One row.

    It is drawn and not counted up: when a change is taken back, the same number must not come again for other rows.
    """

    stamp = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("generation of what is kept")

    @classmethod
    def current(cls) -> int:
        """The stamp now; 0 before anything was edited. A request reads it once."""
        if getattr(_request, "stamp", None) is not None:
            return _request.stamp
        stamp = _read()
        if getattr(_request, "open", False):
            _request.stamp = stamp
        return stamp

    @classmethod
    def bump(cls) -> None:
        """Say that something of what is kept has changed."""
        stamp = randbits(62)
        if not cls.objects.filter(pk=1).update(stamp=stamp):
            cls.objects.update_or_create(pk=1, defaults={"stamp": stamp})
        _request.stamp = None


def _read() -> int:
    # As plain SQL: every request asks it, and putting a query together costs more than to ask.
    with connection.cursor() as cursor:
        cursor.execute("SELECT stamp FROM directory_generation WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else 0


@contextmanager
def one_request() -> Iterator[None]:
    """Within it the generation is read once: a page is made of one state of what is kept."""
    _request.open, _request.stamp = True, None
    try:
        yield
    finally:
        _request.open, _request.stamp = False, None


def cache_key(key: str, key_prefix: str, version: int) -> str:
    """A key of Django's cache: what was put there is found while the generation stands, by whichever process it changes."""
    # Before anything was edited, nothing says when it changes, and nothing is found.
    return f"{Generation.current() or randbits(62)}:{key_prefix}:{version}:{key}"
