"""Working days: Monday to Friday without the days on which Denmark is closed, 24 and 31 December and 5 June among them."""

from datetime import date, timedelta

from directory.times.public_holidays import holiday_name

_DAY, _SATURDAY = timedelta(days=1), 5


def is_working_day(day: date) -> bool:
    """Whether people are at work on a day."""
    return day.weekday() < _SATURDAY and not holiday_name(day)


def working_day_after(day: date, count: int) -> date:
    """The working day that is so many after a day, which itself does not count."""
    while count:
        day += _DAY
        count -= is_working_day(day)
    return day
