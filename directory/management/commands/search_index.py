"""Looks after the search indexes: status, rebuild, sync, verify, work."""

from django.core.management.base import BaseCommand, CommandError

from directory.due.loop import work_for_ever, work_once
from directory.indexing.rebuilding import differences, mend, rebuild
from directory.indexing.source import offers
from directory.indexing.worker import drain_all
from directory.models import Outbox
from search import SearchUnavailable, target_names, targets


class Command(BaseCommand):
    """Look after the search indexes. They are disposable: the database is the only truth."""

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "action",
            choices=["status", "rebuild", "sync", "verify", "work"],
            help="status: how they are doing; rebuild: make them again; sync: send what waits; "
            "verify: name and mend differences; work: send what waits and make the indexes again each night, for ever",
        )
        parser.add_argument("--target", choices=target_names(), help="only this index (default: all)")
        parser.add_argument("--once", action="store_true", help="with work: look once, for cron")

    def handle(self, *, action: str, target: str | None, once: bool, **options) -> None:
        chosen = {name: engine for name, engine in targets().items() if target in {None, name}}
        if action == "work":
            return self.work(once=once)
        try:
            getattr(self, action)(chosen)
        except SearchUnavailable as error:
            raise CommandError(f"The search index is out of reach: {error}") from error
        return None

    def status(self, chosen) -> None:
        """Say how the indexes are doing."""
        for name, engine in chosen.items():
            health = engine.check()
            self.stdout.write(f"{name}: {'ready' if health.ready else 'not ready'}{_because(health.problem)}")
            self.stdout.write(
                f"  entries: {health.entries}, analysis: {health.analysis}, last written: {health.committed}"
            )
            self.stdout.write(f"  changes that wait: {Outbox.objects.filter(target=name).count()}")

    def rebuild(self, chosen) -> None:
        """Make the indexes again beside the old ones, then swap, then send what changed meanwhile."""
        for name, engine in chosen.items():
            self.stdout.write(f"{rebuild(name, engine)} offers are in the index {name}.")

    def sync(self, chosen) -> None:
        """Send what waits in the outbox."""
        self.stdout.write(f"{drain_all()} changes were sent.")

    def verify(self, chosen) -> None:
        """Compare database and indexes, and mend what differs."""
        found = [one for name, engine in chosen.items() for one in differences(name, engine)]
        for one in found:
            self.stdout.write(f"{one.key} is {one.what} in the index {one.target}")
        if not found:
            self.stdout.write(f"The database and the search agree on {offers().count()} offers.")
            return
        mend(found)
        raise CommandError(f"{len(found)} differences were found and mended.")

    def work(self, *, once: bool) -> None:
        """As `manage.py work`, which does this and all else that is due."""
        work_once() if once else work_for_ever()


def _because(problem: str) -> str:
    return f": {problem}" if problem else ""
