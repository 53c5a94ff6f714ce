"""Does all that is due, for ever: the one worker that a site needs."""

from django.core.management.base import BaseCommand

from directory.due.loop import work_for_ever, work_once


class Command(BaseCommand):
    """Keep the search up to date, publish and take down what is scheduled, delete what has been kept long enough."""

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now and end, for cron")

    def handle(self, *, once: bool, **options) -> None:
        work_once() if once else work_for_ever()
