"""The letters to places that are due today, as they would be read."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.reviewing.round import ask, due_on, preview


class Command(BaseCommand):
    """Show the letters that are due today, or send them now. The worker sends them by itself."""

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("--send", action="store_true", help="Send them, each once.")

    def handle(self, *, send: bool, **options) -> None:
        today = timezone.localdate()
        if send:
            self.stdout.write(f"Letters sent: {ask(today)}")
            return
        mails = [preview(planned) for planned in due_on(today)]
        for mail in mails:
            self.stdout.write(f"To: {mail.to[0]}\nSubject: {mail.subject}\n\n{mail.body}\n{'-' * 60}")
        self.stdout.write(f"Letters due: {len(mails)}")
