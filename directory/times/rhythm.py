"""Days of the week, and the weeks in which something holds."""

from datetime import date, timedelta

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Weekday(IntegerChoices):
    """Days of the week, as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class Rhythm(TextChoices):
    """The weeks in which an opening hour holds: every one or every second, even or odd numbers, or the nth of the month.

    Every second week is counted from a first day; even and odd are the numbers of the weeks, and 2026 has 53 of them.
    """

    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "2weeks", _("every second week from the first day")
    EVEN = "even", _("even weeks")
    ODD = "odd", _("odd weeks")
    FIRST = "1", _("the first in the month")
    SECOND = "2", _("the second in the month")
    THIRD = "3", _("the third in the month")
    FOURTH = "4", _("the fourth in the month")
    LAST = "-1", _("the last in the month")
    SOMETIMES = "told", _("some weeks, see the note")


#: The remainders of the week's number by two with which a rhythm holds.
_WEEKS = {Rhythm.WEEKLY: (0, 1), Rhythm.EVEN: (0,), Rhythm.ODD: (1,)}
_NTH = {Rhythm.FIRST, Rhythm.SECOND, Rhythm.THIRD, Rhythm.FOURTH}


def holds_in_week_of(day: date, rhythm: str, first: date | None = None) -> bool:
    """Whether a rhythm holds on a day, its weekday being right. "Some weeks, see the note" is never taken for a yes."""
    if rhythm == Rhythm.FORTNIGHTLY:
        return first is not None and (_monday(day) - _monday(first)).days % 14 == 0
    return day.isocalendar().week % 2 in _WEEKS.get(rhythm, ()) or _nth(day, rhythm)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _nth(day: date, rhythm: str) -> bool:
    """Whether a day is the nth, or the last, of its weekday in the month."""
    if rhythm == Rhythm.LAST:
        return (day + timedelta(days=7)).month != day.month
    return rhythm in _NTH and (day.day - 1) // 7 + 1 == int(rhythm)
