"""Sending a letter once: it and what is remembered of it are written together, whoever is stopped in between."""

from collections.abc import Callable
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction

from directory.models import MailRecord

#: A server's answers from here on hold for good; those below say: later.
_FOR_GOOD = 500


def send_once(write: Callable[[], EmailMessage | None], note_refused: Callable[[SMTPException], None]) -> bool:
    """Send what `write` makes and remembers in one transaction; whether it went out. None of it: there is nothing to tell.

    A letter that is refused for good is noted, and costs itself alone; one that is refused for now is tried again in the next
    round. A server that cannot be reached raises what it says.
    """
    # Reached before the transaction begins: a server that hangs keeps nobody from writing.
    with get_connection() as server:
        return _send_once(server, write, note_refused)


def _send_once(
    server: BaseEmailBackend, write: Callable[[], EmailMessage | None], note_refused: Callable[[SMTPException], None]
) -> bool:
    try:
        with transaction.atomic():
            letter = write()
            if letter is None:
                return False
            letter.connection = server
            letter.send()
    except IntegrityError:
        return False  # another process has just done it
    except (SMTPRecipientsRefused, SMTPDataError) as refused:
        MailRecord.note_failure(refused)
        if _is_for_good(refused):
            note_refused(refused)
        return False
    except OSError as error:
        # Counted here: what was counted in the transaction was undone with it.
        MailRecord.note_failure(error)
        raise
    return True


def _is_for_good(refused: SMTPRecipientsRefused | SMTPDataError) -> bool:
    """Whether a server does not take a letter at all; else it asks to come again, as it does with everybody new."""
    if isinstance(refused, SMTPDataError):
        return refused.smtp_code >= _FOR_GOOD
    codes = [code for code, _said in refused.recipients.values()]
    return not codes or max(codes) >= _FOR_GOOD
