"""Dates, times and telephone numbers as Danes write them."""

import re
from datetime import date, datetime, time

from django import template
from django.utils import formats
from django.utils.translation import get_language, gettext

from directory.times.hours import Span

register = template.Library()


@register.filter
def clock(moment: time | datetime | None) -> str:
    """`kl. 9.30` or `kl. 10`, without the word: "9.30", "10"."""
    if moment is None:
        return ""
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else str(moment.hour)


@register.filter
def from_to(span: Span) -> str:
    """`9–12.30`, or in words when it is the whole day."""
    return gettext("day and night") if span.whole_day else f"{clock(span.start)}–{clock(span.end)}"


@register.filter
def long_date(day: date | None) -> str:
    """`torsdag den 24. december 2026`."""
    if day is None:
        return ""
    return formats.date_format(day, r"l \d\e\n j. F Y" if get_language() == "da" else "l j F Y")


@register.filter
def short_date(day: date | None) -> str:
    """`24. december 2026`."""
    if day is None:
        return ""
    return formats.date_format(day, "j. F Y" if get_language() == "da" else "j F Y")


@register.filter
def phone(number: str) -> str:
    """Eight digits in pairs, with spaces that do not break; anything else as the owner writes it."""
    digits = re.sub(r"\D", "", number)
    if len(digits) == 10 and digits.startswith("45"):
        digits = digits[2:]
    if len(digits) != 8:
        return number
    return "\N{NO-BREAK SPACE}".join(digits[i : i + 2] for i in range(0, 8, 2))


@register.filter
def tel(number: str) -> str:
    """The number for a `tel:` link; short codes such as 112 go without +45."""
    digits = re.sub(r"\D", "", number)
    if number.strip().startswith("+"):
        return f"+{digits}"
    return f"+45{digits}" if len(digits) == 8 else digits
