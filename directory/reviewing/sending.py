"""Sending a letter once: it and what is remembered of it are written together, whoever is stopped in between."""

from collections.abc import Callable
from smtplib import SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction

from directory.models import MailRecord


def send_once(write: Callable[[], EmailMessage], note_refused: Callable[[SMTPRecipientsRefused], None]) -> bool:
    """Send what `write` makes and remembers in one transaction; whether it went out.

    An address that is not taken is noted, and costs itself alone. A server that cannot be reached raises what it says.
    """
    try:
        with transaction.atomic():
            write().send()
    except IntegrityError:
        return False  # another process has just done it
    except SMTPRecipientsRefused as refused:
        MailRecord.note_failure(refused)
        note_refused(refused)
        return False
    except OSError as error:
        # Counted here: what was counted in the transaction was undone with it.
        MailRecord.note_failure(error)
        raise
    return True
