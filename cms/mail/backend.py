"""The mail server, with a record of what it did: who is written to, and what about, is not kept."""

from django.core.mail.backends.smtp import EmailBackend

from directory.models import MailRecord


class RecordingBackend(EmailBackend):
    """Sends by SMTP. A failure is counted, once, and raised as before."""

    _noted: OSError | None = None

    def open(self):
        try:
            return super().open()
        except OSError as error:
            self._note(error)
            raise

    def send_messages(self, email_messages):
        try:
            sent = super().send_messages(email_messages)
        except OSError as error:
            self._note(error)
            raise
        if sent:
            MailRecord.note_success()
        return sent

    def _note(self, error: OSError) -> None:
        # A server that could not be reached comes by here twice.
        if error is not self._noted:
            self._noted = error
            MailRecord.note_failure(error)
