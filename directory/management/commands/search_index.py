"""Looks after the search index: status, rebuild, sync, verify."""

from django.core.management.base import BaseCommand, CommandError

from directory.indexing.entries import entry_id
from directory.indexing.source import entries, offers
from directory.indexing.worker import drain
from directory.models import Outbox
from search import SearchUnavailable, engine


class Command(BaseCommand):
    """Look after the search index. It is disposable: the database is the only truth."""

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "action",
            choices=["status", "rebuild", "sync", "verify"],
            help="status: how it is doing; rebuild: make it anew; sync: send what waits; verify: name and mend differences",
        )

    def handle(self, *, action: str, **options) -> None:
        try:
            getattr(self, action)()
        except SearchUnavailable as error:
            raise CommandError(f"The search index is out of reach: {error}") from error

    def status(self) -> None:
        """Say how the index is doing."""
        health = engine().check()
        self.stdout.write(f"{health.engine}: {'ready' if health.ready else health.problem}")
        self.stdout.write(f"entries: {health.entries}, analysis: {health.analysis}, last written: {health.committed}")
        self.stdout.write(f"changes that wait: {Outbox.objects.count()}")

    def rebuild(self) -> None:
        """Make the index anew beside the old one, then swap, then apply what changed meanwhile."""
        count = engine().rebuild(entries())
        drain(engine())
        self.stdout.write(f"{count} offers are in the index.")

    def sync(self) -> None:
        """Send what waits in the outbox."""
        self.stdout.write(f"{drain(engine())} changes were sent.")

    def verify(self) -> None:
        """Compare database and index, and mend what signals missed."""
        wanted = {entry_id(key) for key in offers().values_list("pk", flat=True)}
        found = engine().ids()
        for name, ids in (
            ("missing from the index", wanted - found),
            ("in the index but not to be shown", found - wanted),
        ):
            for item in sorted(ids):
                self.stdout.write(f"{item} is {name}")
        different = wanted ^ found
        if not different:
            self.stdout.write(f"Database and index agree on {len(wanted)} offers.")
            return
        Outbox.objects.bulk_create(Outbox(key=item) for item in sorted(different))
        drain(engine())
        raise CommandError(f"{len(different)} differences were found and mended.")
