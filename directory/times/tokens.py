"""What the index is told of a schedule: when it is open in the days to come."""

from datetime import date, timedelta

from directory.times.schedule import Schedule, days_from
from directory.times.span import Span
from search import open_token

#: How far ahead the index knows what is open.
DAYS_AHEAD = 8
_QUARTER = timedelta(minutes=15)


def open_tokens(schedule: Schedule, today: date) -> tuple[str, ...]:
    """`d20261123q38` for every quarter of an hour that is open, from the night before today and for the next days."""
    days = days_from(today - timedelta(days=1), DAYS_AHEAD + 1)
    return tuple(sorted({token for day in days for span in schedule.spans_on(day) for token in _quarters(span)}))


def _quarters(span: Span) -> list[str]:
    moment = span.start.replace(minute=span.start.minute // 15 * 15)
    tokens = []
    while moment < span.end:
        tokens.append(open_token(moment))
        moment += _QUARTER
    return tokens
