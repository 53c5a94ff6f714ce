"""The generation of what seldom changes: sites, front pages, terms, words. Processes keep it while the generation stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import randbits

from asgiref.local import Local
from django.db import connection, models, transaction
from django.utils.translation import gettext_lazy as _

#: The stamps that this thread has read: set only while a request is answered.
_request = Local()


class Generation(models.Model):
    """Stamps that are others after each change of what is kept (`directory/models/watched.py`). One row.

    They are drawn and not counted up: when a change is taken back, the same number must not come again for other rows.
    """

    stamp = models.BigIntegerField(_("of what seldom changes"), default=0)
    pages = models.BigIntegerField(_("of all that pages show"), default=0)

    class Meta:
        verbose_name = _("generation of what is kept")

    @classmethod
    def current(cls) -> int:
        """The stamp of what seldom changes; 0 before anything was edited. A request reads it once."""
        return cls.of_pages()[0]

    @classmethod
    def of_pages(cls) -> tuple[int, int]:
        """Both stamps: while they stand, a page is what it was. A request reads them once."""
        if getattr(_request, "stamps", None) is not None:
            return _request.stamps
        stamps = _read()
        if getattr(_request, "open", False):
            _request.stamps = stamps
        return stamps

    @classmethod
    def bump(cls) -> None:
        """Say that something of what seldom changes has changed, in the change's own transaction."""
        cls._draw("stamp")

    @classmethod
    def bump_pages(cls) -> None:
        """Say that something that pages show has changed, when the change is committed.

        Not in its transaction: all who edit would wait for this row. A process that is killed in between leaves pages as
        they were for the minute that they are kept.
        """
        waiting = (called for _savepoints, called, *_robust in connection.run_on_commit)
        if _draw_pages not in waiting:
            transaction.on_commit(_draw_pages)

    @classmethod
    def _draw(cls, name: str) -> None:
        drawn = {name: randbits(62)}
        if not cls.objects.filter(pk=1).update(**drawn):
            cls.objects.update_or_create(pk=1, defaults=drawn)
        _request.stamps = None


def _draw_pages() -> None:
    Generation._draw("pages")


def _read() -> tuple[int, int]:
    # As plain SQL: every request asks it, and putting a query together costs more than to ask.
    with connection.cursor() as cursor:
        cursor.execute("SELECT stamp, pages FROM directory_generation WHERE id = 1")
        return cursor.fetchone() or (0, 0)


@contextmanager
def one_request() -> Iterator[None]:
    """Within it the stamps are read once: a page is made of one state of what is kept. Another one inside is the same."""
    if getattr(_request, "open", False):
        yield
        return
    _request.open, _request.stamps = True, None
    try:
        yield
    finally:
        _request.open, _request.stamps = False, None


def cache_key(key: str, key_prefix: str, version: int) -> str:
    """A key of Django's cache: what was put there is found while the generation stands, by whichever process it changes."""
    # Before anything was edited, nothing says when it changes, and nothing is found.
    return f"{Generation.current() or randbits(62)}:{key_prefix}:{version}:{key}"
