"""Makes the site ready to be served: database, seeds, search index, static files."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from cms.collecting import collect, is_collected
from cms.turns import in_turn
from directory.importing.write.renewing import renew_marks
from directory.indexing.rebuilding import is_of_today, rebuild
from directory.indexing.source import offers
from directory.indexing.stamps import belongs
from directory.seeds.loading import load_seeds
from search import SearchUnavailable, targets


class Command(BaseCommand):
    """Bring database, seeds, search index and static files up to date, and the demonstration where one is asked for.

    What is up to date is left alone, and so is everything that was edited: it may run before every start.
    """

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--with-demo",
            dest="demo",
            action="store_true",
            default=settings.DEMONSTRATION,
            help="load the demonstration content too, with a login that everybody knows: as the settings of a trial do",
        )
        parser.add_argument(
            "--without-demo", dest="demo", action="store_false", help="load none, as the settings for real visitors do"
        )

    def handle(self, *, demo: bool, **options) -> None:
        # Containers of one site start at the same moment.
        with in_turn():
            self._prepare(demo=demo)

    def _prepare(self, *, demo: bool) -> None:
        # WhiteNoise warns of a folder that is not there.
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        # Before anybody looks: an upgrade from when pictures were kept as they came.
        call_command("clean_pictures", stdout=self.stdout, stderr=self.stderr)
        renew_marks()
        for name, engine in targets().items():
            if not engine.check().ready:
                # Empty at the first start, so that what is loaded next finds an index to go into.
                self.or_say(name, lambda name=name, engine=engine: rebuild(name, engine))
        for line in load_seeds(demonstration=demo):
            self.stdout.write(line)
        if demo:
            call_command("load_demo", without_seeds=True)
        for target in incomplete():
            self.or_say(target, lambda target=target: call_command("search_index", "rebuild", target=target))
        if connection.vendor == "sqlite":
            # PostgreSQL does so by itself. Without it SQLite goes through all pages to find the few municipalities.
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        if not settings.DEBUG and not is_collected():
            self.stdout.write("Collecting and compressing the static files ...")
            collect()

    def or_say(self, target: str, work) -> None:
        """Do it; an index that is out of reach is told, and made later: the site runs on the other one."""
        try:
            work()
        except (SearchUnavailable, CommandError) as error:
            if target == "embedded":
                raise
            self.stderr.write(f"The index {target} is left for later: {error}")


def incomplete() -> list[str]:
    """The indexes that are not whole, not of this version or not of today: after an upgrade, a deletion, a pause."""
    health = {name: engine.check() for name, engine in targets().items()}
    whole = [name for name, one in health.items() if one.ready and not one.problem and one.entries == offers().count()]
    whole = [name for name in whole if belongs(name, health[name])]
    return [name for name in health if name not in whole or not is_of_today(name)]
