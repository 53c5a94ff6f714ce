"""Dates, times and telephone numbers as Danes write them."""

import re

from django import template

from directory.text import within_sentence
from directory.times.in_words import clock, from_to, long_date, short_date, told_date, until

register = template.Library()
for said in (clock, from_to, long_date, short_date, told_date, until, within_sentence):
    register.filter(said)


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
