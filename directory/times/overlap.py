"""Hours of the same thing that hold at the same moment: one of the two is wrong."""

from datetime import date, timedelta

from directory.times.hours import WeeklyHours
from directory.times.schedule import days_from

#: Rhythms, seasons and months come round within this many days.
_LOOKED_AT = 400
_DAY = timedelta(days=1)


def first_overlap(one: WeeklyHours, other: WeeklyHours, today: date) -> date | None:
    """The first day, from today or from when both are valid, on which both hold at the same moment; None when they never do."""
    if (one.weekday - other.weekday) % 7 not in {0, 1, 6}:
        return None
    first = max(day for day in (one.valid_from, other.valid_from, today) if day)
    return next((day for day in days_from(first, _LOOKED_AT) if _meet(one, other, day)), None)


def _meet(one: WeeklyHours, other: WeeklyHours, day: date) -> bool:
    """Whether what the one gives a day meets what the other gives it, or the day before or after."""
    if not one.may_hold_on(day):
        return False
    span = one.span_on(day)
    near = (other.span_on(one_day) for one_day in (day - _DAY, day, day + _DAY) if other.may_hold_on(one_day))
    return any(span.start < theirs.end and theirs.start < span.end for theirs in near)
