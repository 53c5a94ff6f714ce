"""Makes the site ready to be served: database, demonstration content, search index, static files."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from directory.indexing.source import entries, offers
from search import engine


class Command(BaseCommand):
    """Bring database, demonstration content, search index and static files up to date.

    What is up to date is left alone, and so is everything that was edited: it may run before every start.
    """

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--without-demo", action="store_true", help="load no demonstration content: for real visitors"
        )

    def handle(self, *, without_demo: bool, **options) -> None:
        # WhiteNoise warns of a folder that is not there.
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        if not engine().check().ready:
            # Empty at the first start, so that what is loaded next finds an index to go into.
            engine().rebuild(entries())
        if not without_demo:
            call_command("load_demo")
        if not index_is_complete():
            call_command("search_index", "rebuild")
        if not settings.DEBUG and static_files_are_old():
            self.stdout.write("Collecting and compressing the static files ...")
            call_command("collectstatic", interactive=False, verbosity=0)


def index_is_complete() -> bool:
    """Whether the index is whole and of this version: after an upgrade, or a deleted folder, it is not."""
    health = engine().check()
    return health.ready and health.entries == offers().count()


def static_files_are_old() -> bool:
    """Whether a file was changed, or a package installed, since the files were last collected."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.exists():
        return True
    collected = manifest.stat().st_mtime
    return any(
        Path(storage.path(path)).stat().st_mtime > collected
        for finder in get_finders()
        for path, storage in finder.list([])
    )
