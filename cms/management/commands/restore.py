"""Restores a backup: `manage.py restore FILE`."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms.backups.archive import ArchiveReader
from cms.backups.manifest import UnfitBackup
from cms.backups.restoring import require_empty, require_fit, restore


class Command(BaseCommand):
    """Put a backup in place, then prepare the site. What does not fit is refused, and nothing is changed.

    Stop the site and its workers first. A backup of an earlier version is brought up to date.
    """

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, help="what `manage.py backup` wrote")
        parser.add_argument("--force", action="store_true", help="replace what is in the database and the uploads")
        parser.add_argument(
            "--check", action="store_true", help="only say whether it is whole and fits; change nothing"
        )
        parser.add_argument(
            "--no-prepare", dest="prepare", action="store_false", help="leave `manage.py prepare` to be run after it"
        )

    def handle(self, *, file: Path, force: bool, check: bool, prepare: bool, **options) -> None:
        try:
            with ArchiveReader.opened(file) as archive:
                require_fit(archive.manifest)
                if check:
                    archive.verify()
                    self.stdout.write(f"The backup of {archive.manifest.made} is whole and fits.")
                    return
                if not force:
                    require_empty()
                lines = restore(archive)
        except (UnfitBackup, OSError) as error:
            raise CommandError(f"Nothing was restored. {error}") from error
        if prepare:
            call_command("prepare", stdout=self.stdout, stderr=self.stderr)
        for line in [*lines, f"The backup of {archive.manifest.made} is in place."]:
            self.stdout.write(line)
