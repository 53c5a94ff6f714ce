"""`manage.py import_offers FILE`: offers from JSON, CSV or XLSX into pages. Run again, it changes only what is new."""

import json
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from directory.importing.errors import Unreadable
from directory.importing.exact.pictures import Pictures
from directory.importing.map.contacts import contacts_from
from directory.importing.read.rows import SourceRow, read
from directory.importing.read.tables import read_table
from directory.importing.run import Import
from directory.importing.write.bulk import bulk
from directory.models import Need
from directory.seeds.loading import load_words

#: How the command ends where rows were refused: whoever runs it by the clock sees that somebody has to look.
SOME_REFUSED = 3


class RowsRefused(CommandError):
    """The import was done, and some rows were left out of it."""

    def __init__(self, count: int) -> None:
        told = ngettext("%(count)s row was refused.", "%(count)s rows were refused.", count) % {"count": count}
        super().__init__(told, returncode=SOME_REFUSED)


class Command(BaseCommand):
    help = "Import offers from JSON, CSV or XLSX. Known ones are updated, edited and deleted ones are left alone."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Only tell what would be done.")
        parser.add_argument("--force", action="store_true", help="Overwrite pages that have been edited.")
        parser.add_argument("--organisations", type=Path, help="A JSON file with the organisations' contact data.")
        parser.add_argument("--municipality", default="", help="Of rows of a table that name none.")
        parser.add_argument(
            "--mapping", type=Path, help='A JSON file from headings of a table to fields: {"Sted": "name"}.'
        )
        parser.add_argument(
            "--publish", action="store_true", help="Publish new rows of a table; otherwise they are drafts."
        )
        parser.add_argument("--pictures", type=Path, help="The folder of pictures that an export was written with.")

    def handle(self, *args, **options) -> None:
        try:
            rows = list(self._rows(**options))
            contacts = contacts_from(_json(options["organisations"])) if options["organisations"] else {}
        except Unreadable as error:
            raise CommandError(str(error)) from error
        if not options["dry_run"] and not Need.objects.exists():
            load_words()
        run = Import(
            dry_run=options["dry_run"],
            force=options["force"],
            as_drafts=_is_table(options["file"]) and not options["publish"],
            contacts=contacts,
            pictures=Pictures(options["pictures"]),
        )
        with bulk():
            report = run.run(tqdm(rows, disable=None, unit=_("offers"), leave=False))
        for line in report.lines(dry_run=options["dry_run"]):
            self.stdout.write(line)
        if report.refused:
            raise RowsRefused(len(report.refused))

    def _rows(self, *, file: Path, mapping: Path | None, municipality: str, **options) -> Iterable[SourceRow]:
        if not _is_table(file):
            return read(_bytes(file))
        rows, unknown = read_table(_bytes(file), _json(mapping) if mapping else {}, municipality=municipality)
        if unknown:
            told = _("These columns are not read: %(headings)s.") % {"headings": ", ".join(unknown[:20])}
            self.stdout.write(told)
        return rows


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in {".csv", ".txt", ".xlsx"}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(_("Cannot read %(file)s: %(error)s") % {"file": path, "error": error.strerror}) from error


def _json(path: Path) -> object:
    try:
        return json.loads(_bytes(path))
    except ValueError as error:
        raise CommandError(_("%(file)s is not JSON: %(error)s") % {"file": path, "error": error}) from error
