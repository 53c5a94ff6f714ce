"""From the bytes of a file to its rows. A row that cannot be read costs that row alone."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from directory.importing.errors import Unreadable

#: Where another row may begin, when the one before it could not be read.
_NEXT_ROW = re.compile(r"[,\n]\s*(?=\{)")
_SPACE = re.compile(r"[\s,]*")
#: A file that is not JSON at all has no next row; looking for it has to end.
_MAX_TRIES = 10_000
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the file as it was read, or why it could not be."""

    number: int
    value: object = None
    fault: str = ""
    #: What the columns are called that the fields come from, where the file is a table.
    headings: Mapping[str, str] = field(default_factory=dict)

    def in_its_words(self, told: str) -> str:
        """What is said of the row, with its own names for the fields."""
        for name, heading in self.headings.items():
            told = told.replace(f"“{name}”", f"“{heading}”")
        return told


def read(data: bytes) -> Iterator[SourceRow]:
    """The rows of a JSON list. Raises `Unreadable` when there is no list to read."""
    text = _decode(data)
    start = _SPACE.match(text).end()
    if not text[start:]:
        raise Unreadable(_("The file is empty."))
    if text[start] != "[":
        raise Unreadable(
            _("The file is not a JSON list of offers. It should begin with [ and hold one { } for each offer.")
        )
    return _rows(text, start + 1)


def _decode(data: bytes) -> str:
    """Text, where bytes that are not UTF-8 become marks that `has_broken_letters` finds in their row."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="surrogateescape")


def has_broken_letters(text: str) -> bool:
    """Whether a text holds bytes that were not UTF-8, or half a character."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def _rows(text: str, at: int) -> Iterator[SourceRow]:
    number = 0
    at = _SPACE.match(text, at).end()
    while at < len(text) and text[at] != "]":
        number += 1
        row, at = _row(text, at, number)
        yield row
        at = _SPACE.match(text, at).end()
    if at >= len(text):
        yield SourceRow(number + 1, fault=_("The file stops before its list does. Some rows may be missing."))
    elif text[at + 1 :].strip("\x00 \r\n\t"):
        yield SourceRow(number + 1, fault=_("There is more text after the end of the list. It was not read."))


def _row(text: str, at: int, number: int) -> tuple[SourceRow, int]:
    try:
        value, after = _DECODER.raw_decode(text, at)
    except RecursionError:
        return SourceRow(number, fault=_("The row is nested too deep.")), _resume(text, at)
    except ValueError as error:
        return SourceRow(number, fault=_("This is not JSON (%(error)s).") % {"error": error}), _resume(text, at)
    return SourceRow(number, value), after


def _resume(text: str, at: int) -> int:
    """Where the next row begins that can be read and has an id; the end of the text when there is none."""
    for tries, found in enumerate(_NEXT_ROW.finditer(text, at + 1)):
        if tries > _MAX_TRIES:
            break
        try:
            value, _after = _DECODER.raw_decode(text, found.end())
        except (ValueError, RecursionError):
            continue
        if "id" in value:
            return found.end()
    ending = text.rstrip()
    return len(ending) - 1 if ending.endswith("]") and len(ending) - 1 > at else len(text)
