"""What became of mails, in one row that all processes share."""

import logging

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from directory.models import MailRecord

_log = logging.getLogger(__name__)


def note_failure(error: OSError) -> None:
    """Count a mail that could not be sent. In a transaction, which will be undone, whoever undoes it has to say it again."""
    if connection.in_atomic_block:
        return
    told = {"failed": timezone.now(), "error": type(error).__name__}
    try:
        record, _new = MailRecord.objects.get_or_create(pk=MailRecord.THE_ONE)
        MailRecord.objects.filter(pk=record.pk).update(failures=F("failures") + 1, **told)
    except DatabaseError:
        _log.warning("A mail could not be sent, and that could not be written down.")


def note_success() -> None:
    """A mail went out: what failed before is over."""
    told = {"sent": timezone.now(), "failures": 0, "error": ""}
    transaction.on_commit(lambda: MailRecord.objects.update_or_create(pk=MailRecord.THE_ONE, defaults=told))


def latest() -> MailRecord:
    """The record; an empty one where no mail was ever sent."""
    return MailRecord.objects.filter(pk=MailRecord.THE_ONE).first() or MailRecord(pk=MailRecord.THE_ONE)
