"""From a spreadsheet, as CSV or XLSX, to rows: semicolons or commas, Windows or not, Danish headings, times as text."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from directory.importing.errors import Unreadable
from directory.importing.read.cells import record
from directory.importing.read.headings import fields_of
from directory.importing.read.rows import SourceRow

MAX_ROWS, MAX_COLUMNS, MAX_LETTERS = 20_000, 200, 10_000
#: So many bytes a file may have, and what is packed in it.
MAX_BYTES, MAX_UNPACKED = 20_000_000, 60_000_000
_ZIP = b"PK\x03\x04"


def read_table(data: bytes, mapping: dict[str, str] | None = None, **given: str) -> tuple[list[SourceRow], list[str]]:
    """The rows of a table, and the headings that nobody knows. What is `given` holds for rows that do not say it themselves.

    Raises `Unreadable` for what is no table, or one that is too large to be meant.
    """
    lines = (line for line in _lines(data) if any(line[1]))
    head = next(lines, None)
    if head is None:
        raise Unreadable(_("The file is empty."))
    headings = head[1]
    fields = fields_of(headings, mapping or {})
    if "name" not in fields.values():
        raise Unreadable(_("No column is called Navn. The first row should hold the names of the columns."))
    unknown = [heading for place, heading in enumerate(headings) if heading and place not in fields]
    names = {field: headings[place] for place, field in fields.items()}
    return [_row(number, cells, fields, names, given) for number, cells in _bounded(lines)], unknown


def headings_of(data: bytes) -> list[str]:
    """What stands in the first row that is not empty. Raises `Unreadable` for what is no table."""
    head = next((cells for _number, cells in _lines(data) if any(cells)), None)
    if head is None:
        raise Unreadable(_("The file is empty."))
    return head


def _lines(data: bytes) -> Iterator[tuple[int, list[str]]]:
    if len(data) > MAX_BYTES:
        raise Unreadable(_("The file is too large. Import it in parts."))
    return _lines_of_xlsx(data) if data.startswith(_ZIP) else _lines_of_csv(data)


def _row(
    number: int, cells: list[str], fields: dict[int, str], names: dict[str, str], given: dict[str, str]
) -> SourceRow:
    told = {field: cells[place].strip() for place, field in fields.items() if place < len(cells)}
    told |= {field: value for field, value in given.items() if value and not told.get(field)}
    return SourceRow(number, record(told), headings=names)


def _bounded(lines: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    for count, line in enumerate(lines):
        if count >= MAX_ROWS:
            raise Unreadable(_("There are more than %(most)s rows. Import them in parts.") % {"most": MAX_ROWS})
        yield line


def _lines_of_csv(data: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    separator = max(";\t,", key=first.count)
    csv.field_size_limit(MAX_LETTERS * 10)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            yield reader.line_num, [cell[:MAX_LETTERS] for cell in cells[:MAX_COLUMNS]]
    except csv.Error as error:
        raise Unreadable(_("Line %(line)s cannot be read as CSV.") % {"line": reader.line_num}) from error


def _decoded(data: bytes) -> str:
    """Text as Excel and others write it: with a mark of its encoding, as UTF-8, or as Windows does in Western Europe."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines_of_xlsx(data: bytes) -> Iterator[tuple[int, list[str]]]:
    _refuse_bombs(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        # The file may lie about its own size, and openpyxl would believe it.
        sheet.reset_dimensions()
        for number, cells in enumerate(islice(sheet.iter_rows(values_only=True), 10 * MAX_ROWS), start=1):
            yield number, [_text(cell) for cell in cells[:MAX_COLUMNS]]
        book.close()
    except (KeyError, IndexError, ValueError, TypeError, SyntaxError, zipfile.BadZipFile, EOFError) as error:
        raise Unreadable(_("This is no Excel file that can be read. Save it again as XLSX or CSV.")) from error


def _refuse_bombs(data: bytes) -> None:
    """Refuse a small file that would be a huge one when it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise Unreadable(_("This is no Excel file that can be read. Save it again as XLSX or CSV.")) from error
    if size > MAX_UNPACKED:
        raise Unreadable(_("The file is too large. Import it in parts."))


def _text(cell: Any) -> str:
    """A cell as somebody would write it down."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m-%d}"
    return str(cell)[:MAX_LETTERS]
