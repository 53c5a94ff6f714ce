"""Takes a backup: `manage.py backup FILE`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms.backups.manifest import UnfitBackup
from cms.backups.taking import take


class Command(BaseCommand):
    """Write database, uploads and secret key of one moment to a file, while the site is used, and read it again.

    Whoever has the file has everything: keep it where only few may read, and a copy on another machine.
    """

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, help="where to write it; a file that is there is never written over")

    def handle(self, *, file: Path, **options) -> None:
        try:
            manifest = take(file)
        except (UnfitBackup, OSError) as error:
            raise CommandError(f"No backup was taken. {error}") from error
        size = file.stat().st_size / 1_000_000
        self.stdout.write(f"{file}: {size:.1f} MB, {len(manifest.parts) - 2} uploads, of {manifest.made}")
