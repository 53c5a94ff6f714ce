"""What can be done with a day of a schedule by one click: to close it, to call off what is held on it, and to take that back."""

from datetime import date
from typing import Literal

from directory.times.schedule import Schedule

Action = Literal["close", "reopen", "call-off", "hold"]


def possible(schedule: Schedule, day: date) -> list[Action]:
    """What makes sense on a day, by the times as they are."""
    found = {
        "close": _opens(schedule, day),
        "reopen": _is_closed_alone(schedule, day),
        "call-off": any(not one.cancelled for one in schedule.meetings.between(day, day)),
        "hold": any(one.cancelled for one in schedule.meetings.between(day, day)),
    }
    return [action for action, makes_sense in found.items() if makes_sense]


def _opens(schedule: Schedule, day: date) -> bool:
    """Whether it has hours on the day, sure or not; meetings are called off, not closed."""
    meetings = [one.span() for one in schedule.meetings.between(day, day)]
    return bool(schedule.perhaps_on(day)) or any(span not in meetings for span in schedule.listed_on(day))


def _is_closed_alone(schedule: Schedule, day: date) -> bool:
    """Whether it is closed on that day and on no other; a holiday of several days is no matter of a click."""
    exception = schedule.exception_on(day)
    return exception is not None and exception.closed and exception.first_day == exception.last_day
