"""On what days and at what times of the day an offer is there, by its regular pattern."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from directory.facets.readers import NO, UNKNOWN, YES, Ancestry

#: Meetings later than this make no pattern yet.
_AHEAD = timedelta(days=92)
#: What begins within this time begins soon.
SOON = timedelta(days=30)
_NOON, _EVENING = time(12), time(17)
#: From when until when a part of a day lasts; what is open into the small hours belongs to the evening before.
PARTS = {"morning": (time(5), _NOON), "afternoon": (_NOON, _EVENING), "evening": (_EVENING, time(0))}


def when(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """Weekday, part of the day, both together, and the weekend: "day-0", "evening", "day-0-evening", "weekend"."""
    tokens: set[str] = set()
    schedule, today = offer.schedule, timezone.localdate()
    goes_on = (hours for hours in schedule.weekly if hours.valid_to is None or hours.valid_to >= today)
    slots = [(hours.weekday, hours.opens, hours.closes) for hours in goes_on]
    meetings = schedule.meetings.between(today, today + _AHEAD)
    slots += [(one.day.weekday(), one.starts, one.ends) for one in meetings if not one.cancelled]
    for weekday, opens, closes in slots:
        tokens.add(f"day-{weekday}")
        parts = _parts(opens, closes)
        tokens.update(parts, (f"day-{weekday}-{part}" for part in parts))
        if weekday >= 5:
            tokens.add("weekend")
    return tuple(sorted(tokens)) or (UNKNOWN,)


def starts_soon(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """Yes when its first day is within the next weeks; unknown where no first day is told."""
    starts, today = getattr(offer, "starts_on", None), timezone.localdate()
    if starts is None:
        return (UNKNOWN,)
    return (YES if today <= starts <= today + SOON else NO,)


def _parts(opens: time, closes: time | None) -> set[str]:
    past_midnight = closes is not None and closes <= opens
    parts = set()
    if opens < _NOON:
        parts.add("morning")
    if (
        opens < _EVENING
        and (past_midnight or closes is None or closes > _NOON)
        and not (closes is None and opens < _NOON)
    ):
        parts.add("afternoon")
    if past_midnight or opens >= _EVENING or (closes is not None and closes > _EVENING):
        parts.add("evening")
    return parts
