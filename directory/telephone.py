"""Telephone numbers, as people in Denmark write and dial them."""

import re

#: What stands between the digits of a number that somebody wrote down.
_BETWEEN = re.compile(r"[\s().\-\u2010-\u2014]+")
_DANISH = re.compile(r"(?:\+45|45)?([1-9]\d{7})")
#: 112, 1813, and the numbers that all of Europe has, such as 116 111.
_SHORT = re.compile(r"1\d{2}|18\d{2}|116\d{3}")
_FOREIGN = re.compile(r"\+(?!45)[1-9]\d{5,14}")


def dialled(number: str) -> str | None:
    """The number as a telephone dials it: `+45` and eight digits, a short code, or `+` and a foreign one. None for no number."""
    told = _BETWEEN.sub("", number)
    if told.startswith("00"):
        told = f"+{told[2:]}"
    if danish := _DANISH.fullmatch(told):
        return f"+45{danish[1]}"
    return told if _SHORT.fullmatch(told) or _FOREIGN.fullmatch(told) else None


def in_pairs(number: str) -> str:
    """A Danish number in pairs of digits, with spaces that do not break; anything else as the owner writes it."""
    called = dialled(number) or ""
    if not called.startswith("+45"):
        return number
    return "\N{NO-BREAK SPACE}".join(called[at : at + 2] for at in range(3, 11, 2))
