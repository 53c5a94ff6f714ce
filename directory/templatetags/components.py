"""What the components need beyond Django's own tags: days said as people say them, and this page in another language."""

from datetime import date, datetime, timedelta

from django import template
from django.urls import translate_url
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def day_word(moment: date | datetime | None) -> str:
    """The day as one says it: "today", "tomorrow", "Friday" within a week, else with its date."""
    if moment is None:
        return ""
    day = moment.date() if isinstance(moment, datetime) else moment
    ahead = day - timezone.localdate()
    if ahead == timedelta(0):
        return _("today")
    if ahead == timedelta(days=1):
        return _("tomorrow")
    if timedelta(0) < ahead < timedelta(days=7):
        return formats.date_format(day, "l")
    return formats.date_format(day, r"l \d\e\n j. F" if get_language() == "da" else "l j F")


@register.simple_tag(takes_context=True)
def this_page_in(context, language: str) -> str:
    """The address of this page in another language; empty where there is no page to translate."""
    request = context.get("request")
    return translate_url(request.path, language) if request else ""
