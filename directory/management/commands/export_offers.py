"""`manage.py export_offers FILE --municipality NAME`: a municipality's offers, as `import_offers` reads them elsewhere."""

import json
import os
import shutil
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from directory.importing.errors import Refused
from directory.importing.exact.telling import Telling
from directory.importing.write.branches import Branches


class Command(BaseCommand):
    help = "Write all offers of a municipality to a file that import_offers reads, in this installation or another."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--municipality", required=True, help="Its name; hele-landet for national offers.")
        parser.add_argument("--pictures", type=Path, help="A folder to copy the pictures to.")
        parser.add_argument(
            "--with-hidden-addresses",
            action="store_true",
            help="Write addresses that are secret or told by telephone too. Keep the file as safe as they are.",
        )

    def handle(self, *args, **options) -> None:
        try:
            branch = Branches().page(options["municipality"])
        except Refused as fault:
            raise CommandError(str(fault)) from fault
        telling = Telling(branch, with_addresses=options["with_hidden_addresses"])
        rows = list(telling.rows())
        try:
            _write(options["file"], rows)
            if options["pictures"]:
                _copy(telling.pictures, options["pictures"])
        except OSError as error:
            told = _("Cannot write %(file)s: %(error)s")
            raise CommandError(told % {"file": error.filename, "error": error.strerror}) from error
        for note in telling.notes:
            self.stdout.write(note)
        self.stdout.write(
            _("Offers: %(offers)s. Pictures: %(pictures)s.") % {"offers": len(rows), "pictures": len(telling.pictures)}
        )


def _write(path: Path, rows: list[dict]) -> None:
    """Write the file whole or not at all, for its owner alone: it may hold what is not public."""
    partial = path.with_name(f"{path.name}.part")
    descriptor = os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(rows, file, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)
    partial.replace(path)


def _copy(pictures: dict[str, Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in pictures.items():
        shutil.copyfile(path, folder / name)
