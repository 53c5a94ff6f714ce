"""Deletes what has been kept long enough. To be run once a day."""

from django.core.management.base import BaseCommand

from directory.feedback import keeping


class Command(BaseCommand):
    """Delete feedback from visitors that is older than FEEDBACK_DAYS."""

    help = __doc__

    def handle(self, **options) -> None:
        self.stdout.write(f"Feedback deleted: {keeping.forget_old()}")
