"""Dates, times and telephone numbers as Danes write them."""

import re

from django import template

from directory.telephone import dialled, in_pairs
from directory.text import within_sentence
from directory.times.in_words import clock, from_to, long_date, short_date, told_date, until

register = template.Library()
for said in (clock, from_to, long_date, short_date, told_date, until, within_sentence):
    register.filter(said)


register.filter("phone", in_pairs)


@register.filter
def tel(number: str) -> str:
    """The number for a `tel:` link; short codes such as 112 go without +45."""
    return dialled(number) or re.sub(r"[^+\d]", "", number)
