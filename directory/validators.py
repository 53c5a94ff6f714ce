"""What a field may not hold, and what to type instead."""

import math
import re
from datetime import date
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from directory.colours import LIGHT_PAPER, TEXT, grounds, is_colour, readable, weakest

#: A civil registration number by its looks; control digits excuse nothing, since numbers without them are issued.
CPR = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[-–./]?\s?\d{4}(?!\d)")
#: What no keyboard writes, and what some databases refuse.
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_GROUP = re.compile(r"\d+")
#: Between the parts of a number: at most three signs that are no letters.
_BETWEEN = re.compile(r"[\s\u00ad\u200b\u2060\-‐-―−./_,:;·*()]{1,3}")
_CPR_DIGITS = 10
_REFUSED = _("That looks like a civil registration number. Delete it. We may not receive those here.")
#: Eight Danish digits, a short code such as 112 or 116 111, or a foreign number with its +.
_PHONE = re.compile(r"(?:\+?45)?\d{8}|\d{3,6}|\+(?!45)\d{6,15}")


def validate_no_cpr(text: str) -> None:
    """Refuse text that holds what looks like a civil registration number."""
    if CPR.search(text):
        raise ValidationError(_REFUSED, code="cpr")


def validate_no_cpr_in_any_spacing(text: str) -> None:
    """The same for what citizens write, however the ten digits are spread: "01 01 90 12 34", "0 1 0 1 9 0 - 1234"."""
    validate_no_cpr(text)
    groups = list(_GROUP.finditer(text))
    for first in range(len(groups)):
        if _is_cpr(_joined(text, groups[first:])):
            raise ValidationError(_REFUSED, code="cpr")


def _joined(text: str, groups: list[re.Match[str]]) -> str:
    """The digits of the first groups that stand together, until there are enough of them."""
    digits, end = "", groups[0].start()
    for group in groups[:_CPR_DIGITS]:
        if digits and (len(digits) >= _CPR_DIGITS or not _BETWEEN.fullmatch(text, end, group.start())):
            break
        digits, end = digits + group[0], group.end()
    return digits


def _is_cpr(digits: str) -> bool:
    """Whether they are ten, and begin with a day and a month that exist."""
    if len(digits) != _CPR_DIGITS:
        return False
    try:
        # Of the year only two digits are told; in a leap year every day exists.
        date(2000, int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    return True


def validate_phone(number: str) -> None:
    """Refuse a number that nobody can call."""
    if not _PHONE.fullmatch(re.sub(r"[\s().-]", "", number)):
        raise ValidationError(_("A telephone number has eight digits, such as 12 34 56 78."), code="phone")


def validate_colour(text: str) -> None:
    """Refuse anything but a colour: it goes into a stylesheet."""
    if not is_colour(text):
        raise ValidationError(_("Write a colour as # and six digits or letters from a to f, such as #0b5a54."))


def validate_contrast(colour: str, paper: str, main: str) -> None:
    """Refuse a colour that people cannot read on every ground of a mode, and name the nearest that they can."""
    ratio = weakest(colour, grounds(paper, main))
    if ratio >= TEXT:
        return
    # Rounded down: 4.46 is not enough, and must not read as 4.5.
    told = {
        "ratio": formats.number_format(math.floor(ratio * 10) / 10, 1),
        "least": formats.number_format(TEXT, 1),
        "nearest": readable(colour, paper, "" if main == colour else main),
    }
    if paper == LIGHT_PAPER:
        message = _("Too pale: the contrast is %(ratio)s to 1, and words need %(least)s to 1. Try %(nearest)s.")
    else:
        message = _("Too dark: the contrast is %(ratio)s to 1, and words need %(least)s to 1. Try %(nearest)s.")
    raise ValidationError(message, code="contrast", params=told)


def validate_planner(template: str) -> None:
    """Refuse an address of a route planner that is none, or that has other holes than `{address}`."""
    try:
        URLValidator(schemes=["https"])(template.replace("{address}", "x"))
    except ValidationError:
        raise ValidationError(_("Write a whole address that begins with https://.")) from None
    host = urlsplit(template).netloc
    if "@" in host or set("{}") & set(host + template.replace("{address}", "")):
        raise ValidationError(_("Only {address} may stand in curly brackets, and not in the name of the host."))


def validate_statement(url: str) -> None:
    """Refuse an address that is no accessibility statement: /was sends visitors there unasked."""
    if not url.startswith("https://was.digst.dk/"):
        raise ValidationError(_("The statement stands at https://was.digst.dk/, with the name of your site after it."))
