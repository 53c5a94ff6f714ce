"""What the index is told of a schedule: when it is open in the days to come."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from directory.times.schedule import Schedule, days_from
from search import open_day, open_minute, open_token

#: How far ahead the index knows what is open.
DAYS_AHEAD = 8
_MINUTE, _QUARTER = timedelta(minutes=1), timedelta(minutes=15)


def known_days(today: date) -> list[date]:
    """The days that an index which is made today knows of, from last night on."""
    return days_from(today - timedelta(days=1), DAYS_AHEAD + 1)


def open_tokens(schedule: Schedule, today: date) -> tuple[str, ...]:
    """Every open quarter of an hour, every open minute of a quarter that is open in part, and every day, from last night on."""
    spans = schedule.spans_of(known_days(today))
    return tuple(sorted({token for span in spans for token in _of(span.start, span.end)}))


# Many places are open from ten to three: a rebuild of 100,000 offers asks for the same spans again and again.
@lru_cache(maxsize=2048)
def _of(start: datetime, end: datetime) -> tuple[str, ...]:
    return tuple(_tokens(start, end))


def _tokens(start: datetime, end: datetime) -> Iterator[str]:
    moment = start.replace(minute=start.minute // 15 * 15)
    while moment < end:
        yield open_day(moment.date())
        if start <= moment and moment + _QUARTER <= end:
            yield open_token(moment)
        else:
            yield from _minutes(max(moment, start), min(moment + _QUARTER, end))
        moment += _QUARTER


def _minutes(start: datetime, end: datetime) -> Iterator[str]:
    while start < end:
        yield open_minute(start)
        start += _MINUTE
