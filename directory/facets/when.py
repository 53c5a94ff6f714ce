"""On what days and at what times of the day an offer is there these weeks, as its page has it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.utils import timezone

from directory.answers import State
from directory.facets.readers import NO, UNKNOWN, YES, Ancestry

#: What begins within this time begins soon.
SOON = timedelta(days=30)
_NOON, _EVENING, _MORNING = time(12), time(17), time(5)
#: From when until when a part of a day lasts; what is open into the small hours belongs to the evening before.
PARTS = {
    "morning": (_MORNING, _NOON),
    "afternoon": (_NOON, _EVENING),
    "evening": (_EVENING, time(0)),
    "night": (time(0), _MORNING),
}
#: A night has the name of the day whose evening it follows.
NIGHT = "night"
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_A_MONDAY, _SATURDAY = date(2024, 1, 1), 5


def when(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """Its times these weeks; no where it is closed for now or all its times are known to be none, unknown in doubt."""
    if offer.state == State.CLOSED:
        return (NO,)
    schedule = offer.schedule
    in_doubt = schedule.is_in_doubt or not schedule.is_told
    return times_of(schedule, timezone.localdate()) or (UNKNOWN if in_doubt else NO,)


def times_of(schedule: Any, today: date) -> tuple[str, ...]:
    """Weekday, part of the day, both together, and the weekend: "day-0", "evening", "day-0-evening", "weekend"."""
    spans = {(span.start, span.end) for span in schedule.of_these_weeks(today)}
    return tuple(sorted({value for start, end in spans for value in _values_of(start, end)}))


def part_on(day: date, part: str) -> tuple[datetime, datetime]:
    """From when until when a part of a day lasts; its night follows its evening."""
    begins, ends = (datetime.combine(day, edge) for edge in PARTS[part])
    if part == NIGHT:
        return begins + _DAY, ends + _DAY
    # The last part of a day ends where the next day begins.
    return begins, ends if ends > begins else ends + _DAY


def parts_on(weekdays: Sequence[int], begins: time, ends: time | None) -> tuple[str, ...]:
    """The values that an hour has, or hours until another, on these weekdays or on any; until midnight is to the end of the day."""
    found = {}
    for weekday in weekdays or (0,):
        day = _A_MONDAY + _DAY * weekday
        start = datetime.combine(day, begins)
        end = start + _MINUTE if ends is None else datetime.combine(day, ends)
        parts = _parts_of(start, end if end > start else end + _DAY)
        found |= {(f"day-{one.weekday()}-{part}" if weekdays else part): None for one, part in parts}
    return tuple(found)


# Many places are open from ten to three: a rebuild of 100,000 offers asks for the same times again and again.
@lru_cache(maxsize=4096)
def _values_of(start: datetime, end: datetime) -> tuple[str, ...]:
    """The values that a time of at most a day has; its day is the one on which it begins."""
    weekday = start.weekday()
    parts = [value for day, part in _parts_of(start, end) for value in (part, f"day-{day.weekday()}-{part}")]
    return (f"day-{weekday}", *(["weekend"] if weekday >= _SATURDAY else []), *parts)


def _parts_of(start: datetime, end: datetime) -> list[tuple[date, str]]:
    """The days with those parts of them that a time of at most a day has a share in."""
    days = (start.date() + _DAY * ahead for ahead in (-1, 0, 1))
    edges = ((day, part, *part_on(day, part)) for day in days for part in PARTS)
    return [(day, part) for day, part, begins, ends in edges if start < ends and begins < end]


def starts_soon(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """Yes when its first day is within the next weeks; unknown where no first day is told."""
    starts, today = getattr(offer, "starts_on", None), timezone.localdate()
    if starts is None:
        return (UNKNOWN,)
    return (YES if today <= starts <= today + SOON else NO,)
