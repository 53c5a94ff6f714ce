"""Deletes what has been kept long enough. To be run once a day."""

from django.conf import settings
from django.core.management.base import BaseCommand
from wagtail.management.commands.purge_revisions import purge_revisions

from directory.feedback import keeping
from directory.offers.keeping import take_away_host_pictures


class Command(BaseCommand):
    """Delete feedback that is older than FEEDBACK_DAYS, pictures of hosts whose consent has ended, and older revisions.

    Revisions go after REVISION_DAYS, when nothing stands on them.
    """

    help = __doc__

    def handle(self, **options) -> None:
        self.stdout.write(f"Feedback deleted: {keeping.forget_old()}")
        self.stdout.write(f"Pictures of hosts taken away: {take_away_host_pictures()}")
        gone, _kept = purge_revisions(days=settings.REVISION_DAYS)
        self.stdout.write(f"Revisions deleted: {gone}")
