"""From the text of a cell to what a row of the import says there."""

import re
from typing import Any

from directory.importing.clean_text import ascii_slug
from directory.importing.read.dated_cells import dated
from directory.importing.read.headings import ANSWERS, DATED, LISTS, NUMBERS, WORDS

_BETWEEN = re.compile(r"[,|/\n]")
_SPAN = re.compile(
    r"(?P<days>[^\d]+?)\s*:?\s*(?:kl\.?\s*)?(?P<from>\d{1,2}(?:[.:]\d{2})?)\s*(?:-|–|til)\s*(?P<to>\d{1,2}(?:[.:]\d{2})?)"
    r"\s*(?P<note>[^\d]*)",
    re.IGNORECASE,
)


def record(told: dict[str, str]) -> dict[str, Any]:
    """A row of a table as a row of the import. What a cell does not say is not stated."""
    row: dict[str, Any] = {field: _value(field, text) for field, text in told.items() if text}
    if "opening_hours" in row:
        hours = _hours(told["opening_hours"])
        if hours is None:
            # Words that are no times are told as they stand.
            row.setdefault("schedule_text", " ".join(told["opening_hours"].split()))
            hours = []
        row["opening_hours"] = hours
    row.setdefault("id", _lasting_id(row))
    return row


def _value(field: str, text: str) -> Any:
    if field in LISTS:
        return [word.strip() for word in _BETWEEN.split(text) if word.strip()]
    if field in DATED:
        return dated(text, DATED[field])
    if field in NUMBERS:
        return int(text) if re.fullmatch(r"\d{1,4}", text) else text
    if field == "anonymous":
        return ANSWERS.get(text.casefold(), text)
    if field == "website" and re.fullmatch(r"(www\.)?[\w.-]+\.[a-z]{2,}(/\S*)?", text):
        return f"https://{text}"
    return WORDS.get(field, {}).get(text.casefold(), text)


def _hours(text: str) -> list[dict[str, str]] | None:
    """Times as people write them: "man-fre 10-15; lør 11.30-14 i lige uger". None where a part of it is no time."""
    lines = []
    for part in re.split(r"[;|\n]", text):
        found = _SPAN.fullmatch(part.strip())
        if part.strip() and found is None:
            return None
        if found:
            told = {name: found[name].strip() for name in ("days", "from", "to", "note")}
            lines.append(told | {"from": _clock(told["from"]), "to": _clock(told["to"])})
    return lines


def _clock(text: str) -> str:
    return text if len(text) > 2 else f"{text}:00"


def _lasting_id(row: dict[str, Any]) -> str:
    """By what a row without an id is known again: whose it is and what it is called."""
    names = (str(row.get(field, "")) for field in ("municipality", "organisation", "name"))
    return "--".join(ascii_slug(name, 50) for name in names)
