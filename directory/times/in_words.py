"""Days and times of the day as people say and write them, in the language of the page."""

import re
from datetime import date, datetime, time, timedelta

from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.times.span import Span

_TOLD = re.compile(r"([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def clock(moment: time | datetime | None) -> str:
    """`kl. 9.30` or `kl. 10`, without the word: "9.30", "10"."""
    if moment is None:
        return ""
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else str(moment.hour)


def closing_clock(moment: time | datetime | None) -> str:
    """As `clock`, for an end: midnight is "24" at the end of a day."""
    if moment is None:
        return ""
    return "24" if (moment.hour, moment.minute) == (0, 0) else clock(moment)


def from_to(span: Span) -> str:
    """`9–12.30`, or in words when it is the whole day."""
    return _("day and night") if span.whole_day else f"{clock(span.start)}–{closing_clock(span.end)}"


def until(start: time | datetime, end: time | datetime) -> str:
    """Two hours of the day in words: "9 to 12.30"."""
    return _("%(from)s to %(to)s") % {"from": clock(start), "to": closing_clock(end)}


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


def long_date(day: date | None) -> str:
    """`torsdag den 24. december 2026`."""
    if day is None:
        return ""
    return formats.date_format(day, r"l \d\e\n j. F Y" if get_language() == "da" else "l j F Y")


def told_date(text: str) -> str:
    """A date as a source tells it, in words: `2018-06` is "juni 2018". What is no such date stays as it is."""
    match = _TOLD.fullmatch(text)
    if not match:
        return text
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is None or not 1 <= month <= 12:
        return text
    if day is None:
        return formats.date_format(date(year, month, 1), "F Y")
    try:
        return short_date(date(year, month, day))
    except ValueError:
        return text


def short_date(day: date | None) -> str:
    """A day without its weekday: `24. december 2026`."""
    if day is None:
        return ""
    return formats.date_format(day, "j. F Y" if get_language() == "da" else "j F Y")
