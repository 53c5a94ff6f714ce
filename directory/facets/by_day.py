"""Values that hold on single days: "20270101-region". What is asked on a day is answered by that day's, without a new index."""

from datetime import date

#: Between the day and the value.
_BETWEEN = "-"


def on_day(day: date, value: str) -> str:
    """A value of a day, as it stands in the index."""
    return f"{day:%Y%m%d}{_BETWEEN}{value}"


def without_day(value: str) -> str:
    """The value itself, whatever day it is of."""
    return value.rpartition(_BETWEEN)[2]
