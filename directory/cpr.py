"""Civil registration numbers (CPR): ten digits that begin with a day and a month. None is ever stored here.

Control digits excuse nothing, since numbers without them are issued.
"""

import html
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: What people put between digits: blanks, hyphens, dots, slashes, and what cannot be seen. A comma, a bracket or a new
#: line ends a number: telephone numbers in a row are none.
_JOINT = " \t\u00a0\u00ad\u2000-\u200b\u202f\u2060\u3000\\-‐-―−./_:·*"
#: As it is written mostly, also right behind other digits: "ring 20123456 010190-1234".
_USUAL = re.compile(rf"(?<!\d)\d\d[{_JOINT}]?\d\d[{_JOINT}]?\d\d[{_JOINT}\s]{{0,3}}\d{{4}}(?!\d)")
#: All digits that stand together, however they are spread: "01 01 90 12 34", "0 1 0 1 9 0 - 1 2 3 4".
_TOGETHER = re.compile(rf"\d(?:[{_JOINT}]{{0,3}}\d)*")
_PATTERNS = (_USUAL, _TOGETHER)
_DAY_AND_MONTH = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])")
#: A production unit's number begins with 1, is written in one piece, and is said to be one right before it.
_P_NUMBER = re.compile(r"1\d{9}")
_SAID_TO_BE_ONE = re.compile(r"\bp[ -]?(?:nummer|nr|number|no)[.:]{0,2}\s{0,2}$", re.IGNORECASE)
#: A lasting id, such as exports tell: its digits are drawn at random, and one in some hundred would look like a number.
_LASTING_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: Where words of marked-up text end; every other tag may stand in the middle of a number.
_BLOCK_END = re.compile(r"</(?:p|li|h\d|div|td|th|tr|ul|ol|blockquote)>|<(?:br|hr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def validate_no_cpr(text: str) -> None:
    """Refuse text, marked up or not, that holds what looks like a civil registration number. The refusal repeats nothing."""
    if _LASTING_ID.fullmatch(text):
        return
    readings = (_as_shown(text), "\n".join(_TAG.findall(text)))
    if any(_is_cpr(found) for reading in readings for pattern in _PATTERNS for found in pattern.finditer(reading)):
        raise ValidationError(
            _(
                "That looks like a civil registration number (CPR). Delete it: it may not be kept here. "
                "If it is a P number, write “P-nr.” right before it."
            ),
            code="cpr",
        )


def without_cpr(text: str) -> str:
    """The text with a space in place of each number."""
    for pattern in _PATTERNS:
        text = pattern.sub(lambda found: " " if _is_cpr(found) else found[0], text)
    return text


def _as_shown(markup: str) -> str:
    """Marked-up text as it is read, where a number can be partly bold."""
    return html.unescape(_TAG.sub("", _BLOCK_END.sub("\n", markup)))


def _is_cpr(found: re.Match[str]) -> bool:
    # Digits of every script count: `int` reads them all.
    digits = "".join(str(int(sign)) for sign in found[0] if sign.isdecimal())
    return len(digits) == 10 and bool(_DAY_AND_MONTH.match(digits)) and not _is_p_number(found)


def _is_p_number(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 16) : found.start()]
    return bool(_P_NUMBER.fullmatch(found[0]) and _SAID_TO_BE_ONE.search(before))
