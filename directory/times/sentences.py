"""Hours and series as one says them: "Monday to Friday at 10–15", "Every second Thursday at 19–21, next time ..."."""

from collections.abc import Iterable
from datetime import date

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from directory.times.hours import WeeklyHours
from directory.times.in_words import clock, day_word, from_to, short_date
from directory.times.meeting import Meeting, Meetings
from directory.times.rhythm import Rhythm
from directory.times.rule_words import rule_words

#: So many days in a row are said by their first and last.
_A_STRETCH = 3


def hours_in_words(rows: Iterable[WeeklyHours]) -> list[str]:
    """The weekly hours, days with the same ones together, in the order of the week."""
    alike: dict[tuple, list[WeeklyHours]] = {}
    for row in sorted(rows, key=lambda row: (row.weekday, row.opens)):
        alike.setdefault((row.opens, row.closes, _when(row)), []).append(row)
    return [_sentence(together) for together in alike.values()]


def series_in_words(series: Meeting, meetings: Meetings, today: date) -> str:
    """How a series repeats, and its next day; a rule without words of its own is said by that day alone."""
    held = (one for one in series.days_from(today) if _is_held(one, meetings))
    following = next(held, None)
    rule = rule_words(series.rule, series.day) or _("several days")
    words = {"rule": capfirst(rule), "times": _times(series), "day": day_word(following)}
    if following is None:
        return _("%(rule)s at %(times)s, and no more meeting to come") % words
    return _("%(rule)s at %(times)s, next time %(day)s") % words


def _is_held(day: date, meetings: Meetings) -> bool:
    return any(not one.cancelled for one in meetings.between(day, day))


def _times(series: Meeting) -> str:
    return from_to(series.span()) if series.ends else clock(series.starts)


def _sentence(alike: list[WeeklyHours]) -> str:
    first = alike[0]
    span = first.span_on(date.min)
    words = {"days": capfirst(_days(sorted({row.weekday for row in alike}))), "times": from_to(span)}
    told = _("%(days)s %(times)s") if span.whole_day else _("%(days)s at %(times)s")
    return " – ".join([told % words, *_when(first)])


def _days(weekdays: list[int]) -> str:
    names = [str(WEEKDAYS[day]) for day in weekdays]
    in_a_row = weekdays[-1] - weekdays[0] + 1 == len(weekdays)
    if in_a_row and len(weekdays) == 7:
        return _("every day")
    if in_a_row and len(weekdays) >= _A_STRETCH:
        return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return get_text_list(names, _("and"))


def _when(row: WeeklyHours) -> tuple[str, ...]:
    """In which weeks, between which days, in which months, and the note."""
    rhythm = "" if row.rhythm == Rhythm.WEEKLY else str(Rhythm(row.rhythm).label)
    begins = _("from %(day)s") % {"day": short_date(row.valid_from)} if row.valid_from else ""
    ends = _("until %(day)s") % {"day": short_date(row.valid_to)} if row.valid_to else ""
    return tuple(filter(None, (rhythm, begins, ends, _season(row), row.note)))


def _season(row: WeeklyHours) -> str:
    if row.first_month is None or row.last_month is None:
        return ""
    months = {"first": MONTHS[row.first_month], "last": MONTHS[row.last_month]}
    return _("%(first)s to %(last)s") % months
