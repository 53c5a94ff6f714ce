"""Looks after the search indexes: status, rebuild, sync, verify, work."""

import logging
import time

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, close_old_connections, connection

from directory.duties import do_what_is_due
from directory.indexing.rebuilding import Difference, differences, mend, rebuild, rebuild_due
from directory.indexing.source import offers
from directory.indexing.stamps import belongs, index_name, see
from directory.indexing.worker import drain_all
from directory.models import Heartbeat, Outbox
from search import SearchUnavailable, target_names, targets

logger = logging.getLogger(__name__)

#: So often the worker looks for changes that wait, in seconds.
PAUSE = 5.0


class Command(BaseCommand):
    """Look after the search indexes. They are disposable: the database is the only truth."""

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "action",
            choices=["status", "rebuild", "sync", "verify", "work"],
            help="status: how they are doing; rebuild: make them again; sync: send what waits; "
            "verify: name and mend differences; work: send what waits, make the indexes again each night, publish and delete what is due, for ever",
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
            if health.ready and not belongs(name, health):
                self.stdout.write("  it was made from another state of the database: rebuild it")
            self.stdout.write(f"  changes that wait: {Outbox.objects.filter(target=index_name(name)).count()}")

    def rebuild(self, chosen) -> None:
        """Make the indexes again beside the old ones, then swap, then send what changed meanwhile."""
        for name, engine in chosen.items():
            self.stdout.write(f"{rebuild(name, engine)} offers are in the index {name}.")

    def sync(self, chosen) -> None:
        """Send what waits in the outbox."""
        self.stdout.write(f"{drain_all()} changes were sent.")

    def verify(self, chosen) -> None:
        """Compare database and indexes, and mend what differs."""
        for name, engine in chosen.items():
            health = engine.check()
            if health.lost or (health.ready and not belongs(name, health)):
                rebuild(name, engine)
                because = health.problem or "It was made from another state of the database."
                self.stdout.write(f"The index {name} was made again. {because}")
        found = self._differences(chosen)
        if found:
            mend(found)
            if self._differences(chosen):
                raise CommandError("They cannot be mended: see what was set aside, under Reports in the admin.")
            self.stdout.write(f"{len(found)} differences were found and mended.")
        self.stdout.write(f"The database and the search agree on {offers().count()} offers.")

    def _differences(self, chosen) -> list[Difference]:
        """Where they differ, named."""
        found = [one for name, engine in chosen.items() for one in differences(name, engine)]
        for one in found:
            self.stdout.write(f"{one.key} is {one.what} in the index {one.target}")
        return found

    def _round(self) -> None:
        Heartbeat.beat("search")
        see(targets())
        drain_all()
        rebuild_due()
        do_what_is_due()

    def work(self, *, once: bool) -> None:
        """Send what waits whenever there is something, do what is due, leave a sign of life: for ever, or once."""
        if once:
            return self._round()
        while True:
            try:
                self._round()
            except (OperationalError, InterfaceError) as error:
                # The database is restarted, or out of reach: the next round asks again, with a connection of its own.
                logger.warning("The database does not answer, and is asked again in %d s: %s", PAUSE, error)
                connection.close()
            close_old_connections()
            time.sleep(PAUSE)


def _because(problem: str) -> str:
    return f": {problem}" if problem else ""
