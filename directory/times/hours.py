"""When an offer is open: weekly hours, closed days and dated meetings as spans of Danish local time.

Times are wall-clock times without a zone: "open 10 to 15" means that on every day, also when the clock changes.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from django.utils import timezone

from directory.answers import Access, State
from directory.models.times import OpeningHours, Rhythm
from search import open_token

#: How far ahead the index knows what is open.
DAYS_AHEAD = 8
_QUARTER = timedelta(minutes=15)
_LOOK_AHEAD = 14
#: The remainders of the week's number by two with which a rhythm holds.
_WEEKS = {Rhythm.WEEKLY: (0, 1), Rhythm.EVEN: (0,), Rhythm.ODD: (1,)}
_NTH = {Rhythm.FIRST, Rhythm.SECOND, Rhythm.THIRD, Rhythm.FOURTH}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A time in which something is open or takes place."""

    start: datetime
    end: datetime
    note: str = ""

    @property
    def whole_day(self) -> bool:
        """Whether it is from midnight to midnight, which editors also write as 23.59."""
        return self.start.time() == time.min and self.end - self.start >= timedelta(hours=23, minutes=59)


@dataclass(frozen=True, slots=True)
class Status:
    """What to say about now. `at` is when it closes or opens, if that is known."""

    kind: Literal["open", "opens", "closed_today", "closed", "full", "call_first", "appointment", "unknown"]
    at: datetime | None = None
    note: str = ""


def local_now() -> datetime:
    """Now, by the clock on a Danish wall."""
    return timezone.localtime().replace(tzinfo=None)


def spans_on(offer, day: date) -> list[Span]:
    """All spans that begin on a day, in order. None on a closed day; a cancelled meeting does not count."""
    spans = [
        _dated(session.day, session.starts, session.ends, session.topic)
        for session in offer.sessions.all()
        if session.day == day and not session.cancelled
    ]
    if not _closed_on(offer, day):
        spans += [
            _dated(day, hours.opens, hours.closes, hours.note)
            for hours in offer.opening_hours.all()
            if _holds(hours, day)
        ]
    return sorted(spans)


def _dated(day: date, opens: time, closes: time | None, note: str) -> Span:
    start = datetime.combine(day, opens)
    end = start + timedelta(hours=1) if closes is None else datetime.combine(day, closes)
    # An end before its start lies past midnight.
    return Span(start, end if end > start else end + timedelta(days=1), note)


def _closed_on(offer, day: date) -> bool:
    return any(closure.first_day <= day <= closure.last_day for closure in offer.closures.all())


def _holds(hours: OpeningHours, day: date) -> bool:
    """Whether weekly hours hold on a day. "Some weeks, see the note" is never taken for open."""
    if hours.weekday != day.weekday():
        return False
    if (hours.valid_from and day < hours.valid_from) or (hours.valid_to and day > hours.valid_to):
        return False
    return day.isocalendar().week % 2 in _WEEKS.get(hours.rhythm, ()) or _nth(day, hours.rhythm)


def _nth(day: date, rhythm: str) -> bool:
    """Whether a day is the nth, or the last, of its weekday in the month."""
    if rhythm == Rhythm.LAST:
        return (day + timedelta(days=7)).month != day.month
    return rhythm in _NTH and (day.day - 1) // 7 + 1 == int(rhythm)


def status(offer, now: datetime | None = None) -> Status:
    """What holds now, said so that it is sure."""
    now = now or local_now()
    if offer.state == State.CLOSED:
        return Status("closed", note=offer.state_note)
    if not (offer.opening_hours.all() or offer.sessions.all()):
        return _status_without_hours(offer)
    current = _current(offer, now)
    if current:
        return Status("open", current.end, current.note)
    following = _following(offer, now)
    if following is None:
        return Status("unknown")
    if following.start.date() == now.date():
        return Status("opens", following.start)
    closed = _closed_on(offer, now.date())
    return Status("closed_today" if closed else "opens", following.start)


def _status_without_hours(offer) -> Status:
    match offer.access:
        case Access.CALL_FIRST:
            return Status("call_first")
        case Access.BOOK | Access.REFERRAL | Access.ASSESSED:
            return Status("appointment")
    return Status("unknown")


def _current(offer, now: datetime) -> Span | None:
    days = (now.date() - timedelta(days=1), now.date())
    return next((span for day in days for span in spans_on(offer, day) if span.start <= now < span.end), None)


def _following(offer, now: datetime) -> Span | None:
    for ahead in range(_LOOK_AHEAD + 1):
        for span in spans_on(offer, now.date() + timedelta(days=ahead)):
            if span.start > now:
                return span
    days = sorted(session.day for session in offer.sessions.all() if session.day > now.date() and not session.cancelled)
    return spans_on(offer, days[0])[0] if days else None


def week(offer, today: date | None = None) -> list[tuple[date, list[Span]]]:
    """The next seven days with their spans."""
    today = today or local_now().date()
    return [(day, spans_on(offer, day)) for day in (today + timedelta(days=n) for n in range(7))]


def open_tokens(offer) -> tuple[str, ...]:
    """`d20261123q38` for every quarter of an hour in which the offer is open, for the next days."""
    if not (offer.opening_hours.all() or offer.sessions.all()) or offer.state == State.CLOSED:
        return ()
    today = local_now().date()
    tokens: set[str] = set()
    for ahead in range(-1, DAYS_AHEAD):
        for span in spans_on(offer, today + timedelta(days=ahead)):
            tokens.update(_tokens(span))
    return tuple(sorted(tokens))


def _tokens(span: Span) -> list[str]:
    moment = span.start.replace(minute=span.start.minute // 15 * 15)
    tokens = []
    while moment < span.end:
        tokens.append(open_token(moment))
        moment += _QUARTER
    return tokens
