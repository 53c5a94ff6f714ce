"""Days counted from the day of loading, so that demonstration courses lie ahead: "+14 days", "tuesday +2 weeks at 10:00"."""

import re
from datetime import date, time, timedelta

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)}) )?(?P<count>[+-]\d+) (?P<unit>day|week)s?(?: at (?P<clock>\d\d:\d\d))?"
)


def day_from_today(text: str, today: date) -> date:
    """The day that a text means. With a weekday: the next one from today on, and so many weeks from there."""
    found = _parse(text)
    start = today
    if found["weekday"]:
        start += timedelta(days=(_WEEKDAYS.index(found["weekday"]) - today.weekday()) % 7)
    return start + timedelta(**{f"{found['unit']}s": int(found["count"])})


def clock_of(text: str) -> time:
    """The time of the day that a text names."""
    clock = _parse(text)["clock"]
    if clock is None:
        raise ValueError(f'No time in "{text}": add one, such as "at 10:00".')
    return time.fromisoformat(clock)


def _parse(text: str) -> re.Match[str]:
    found = _RELATIVE.fullmatch(text)
    if found is None:
        raise ValueError(f'"{text}" is no relative day: write "+14 days" or "tuesday +2 weeks at 10:00".')
    return found
