"""Whether mails go out: when one last did, and how many have failed since. Nothing of whom and what."""

import logging
from typing import Self

from django.db import DatabaseError, connection, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

_log = logging.getLogger(__name__)


class MailRecord(models.Model):
    """One row for the whole installation."""

    THE_ONE = 1

    sent = models.DateTimeField(_("last sent"), null=True)
    failed = models.DateTimeField(_("last failed"), null=True)
    failures = models.PositiveIntegerField(_("failures since then"), default=0)
    error = models.CharField(_("kind of the last failure"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("record of mails")
        verbose_name_plural = _("record of mails")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def note_failure(cls, error: OSError) -> None:
        """Count a mail that could not be sent. In a transaction, which will be undone, whoever undoes it has to say it again."""
        if connection.in_atomic_block:
            return
        told = {"failed": timezone.now(), "error": type(error).__name__}
        try:
            record, _new = cls.objects.get_or_create(pk=cls.THE_ONE)
            cls.objects.filter(pk=record.pk).update(failures=F("failures") + 1, **told)
        except DatabaseError:
            _log.warning("A mail could not be sent, and that could not be written down.")

    @classmethod
    def note_success(cls) -> None:
        """A mail went out: what failed before is over."""
        told = {"sent": timezone.now(), "failures": 0, "error": ""}
        transaction.on_commit(lambda: cls.objects.update_or_create(pk=cls.THE_ONE, defaults=told))

    @classmethod
    def latest(cls) -> Self:
        """The record; an empty one where no mail was ever sent."""
        return cls.objects.filter(pk=cls.THE_ONE).first() or cls(pk=cls.THE_ONE)
