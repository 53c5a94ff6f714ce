"""Reading what people typed: lines of a text field, numbers and days in an address, Danish letters where only a-z are."""

from datetime import date

from django.utils.dateparse import parse_date

#: Keys of rows have no more digits.
MAX_KEY_DIGITS = 9
#: Danish letters, and ß, as they are written where only a-z are.
SPELLED_OUT = {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss"}
_TABLE = str.maketrans(SPELLED_OUT)


def spelled_out(text: str) -> str:
    """The text with Danish letters spelled out: Ærø becomes Aeroe."""
    return text.translate(_TABLE)


def lines(text: str) -> list[str]:
    """The lines of a text field that hold something, without the spaces around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def within_sentence(text: str) -> str:
    """A name or a line as it stands inside a sentence: with a small first letter, but for ADHD and LGBT+."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def calendar_day(text: str) -> date | None:
    """The day that a text is, such as 2026-12-24; None for anything else."""
    try:
        return parse_date(text)
    except ValueError:
        return None


def whole_number(text: str, max_digits: int) -> int | None:
    """The number that a text is; None for anything but a few ASCII digits.

    `str.isdecimal` alone lets the digits of other scripts through, and a number of a thousand digits costs.
    """
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= max_digits else None
