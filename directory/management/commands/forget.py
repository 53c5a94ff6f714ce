"""Deletes what has been kept long enough. To be run once a day."""

from django.conf import settings
from django.core.management.base import BaseCommand
from wagtail.management.commands.purge_revisions import purge_revisions

from directory.feedback import keeping


class Command(BaseCommand):
    """Delete feedback that is older than FEEDBACK_DAYS, and revisions on which nothing stands older than REVISION_DAYS."""

    help = __doc__

    def handle(self, **options) -> None:
        self.stdout.write(f"Feedback deleted: {keeping.forget_old()}")
        gone, _kept = purge_revisions(days=settings.REVISION_DAYS)
        self.stdout.write(f"Revisions deleted: {gone}")
