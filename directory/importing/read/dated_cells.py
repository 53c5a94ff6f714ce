"""Names with days in one cell, as people write them: "Vejle Kommune til 31-12-2026; Region Syddanmark fra 1. januar 2027"."""

import re

from django.utils import translation
from django.utils.dates import MONTHS

_DAY = r"\d{1,2}\.? [a-zæøå]+ \d{4}|\d[\d./-]*"
_NAMED = re.compile(
    rf"(?P<name>.+?)(?:,? fra (?:og med |d\. )?(?P<from>{_DAY}))?(?:,? (?:ind)?til (?:og med |d\. )?(?P<to>{_DAY}))?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.? ([a-zæøå]+) (\d{4})", re.IGNORECASE)


def dated(text: str, name: str) -> list[dict[str, str]]:
    """Each name under `name`, with its days as the import reads them; a day that is none stays as it was written."""
    parts = (" ".join(part.split()) for part in re.split(r"[;|\n]", text))
    return [_row(found, name) for part in parts if part and (found := _NAMED.fullmatch(part))]


def _row(found: re.Match, name: str) -> dict[str, str]:
    days = {end: _iso(found[end]) for end in ("from", "to") if found[end]}
    return {name: found["name"], **days}


def _iso(day: str) -> str:
    if numbers := _NUMBERS.fullmatch(day):
        return f"{numbers[3]}-{numbers[2]:0>2}-{numbers[1]:0>2}"
    if words := _WORDS.fullmatch(day):
        month = _months().get(words[2].casefold())
        return f"{words[3]}-{month:0>2}-{words[1]:0>2}" if month else day
    return day


def _months() -> dict[str, int]:
    with translation.override("da"):
        return {str(name).casefold(): number for number, name in MONTHS.items()}
