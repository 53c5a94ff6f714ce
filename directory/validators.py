"""What a field may not hold, and what to type instead."""

import math
import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from directory.colours import LIGHT_PAPER, TEXT, grounds, is_colour, readable, weakest
from directory.telephone import dialled

#: What no keyboard writes, and what some databases refuse.
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_web_address = URLValidator(schemes=["http", "https"])


def validate_phone(number: str) -> None:
    """Refuse a number that nobody can call."""
    if dialled(number) is None:
        raise ValidationError(_("A telephone number has eight digits, such as 12 34 56 78."), code="phone")


def validate_web_address(text: str) -> None:
    """Refuse a link to anything but a web page: the browser would run `javascript:` as a part of the page."""
    try:
        _web_address(text)
    except ValidationError:
        raise ValidationError(_("Write a whole address that begins with https://."), code="web_address") from None


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
