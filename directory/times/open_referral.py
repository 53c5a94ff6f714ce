"""A schedule as Open Referral tells it (HSDS 3.2): what surely holds in the coming two years, to the minute.

The standard has no exceptions: a rule is told once for each stretch of days on which it holds without one, and `valid_to`
is the last of them. What is closed, called off or unsure stands in words alone, so that no machine takes it for open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from dateutil.relativedelta import relativedelta
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from directory.times.clock import DENMARK
from directory.times.in_words import from_to, long_date
from directory.times.meeting import MONTHS_AHEAD
from directory.times.rule import CODES
from directory.times.rule_words import rule_words
from directory.times.schedule import Schedule, days_from
from directory.times.sentences import hours_in_words
from directory.times.span import Span

_WEEK, _SECOND = timedelta(days=7), timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that one rule of RFC 5545 gives without a gap: every week, every second, or the nth weekday of the month."""

    days: tuple[date, ...]
    freq: str = "WEEKLY"
    interval: int = 1
    nth: str = ""

    @property
    def byday(self) -> str:
        """The weekday as the standard writes it: "TH", or "2TH" for the second of the month."""
        return f"{self.nth}{CODES[self.days[0].weekday()]}"

    @property
    def rule(self) -> str:
        """As RRULE, without its name."""
        return f"FREQ={self.freq};INTERVAL={self.interval};BYDAY={self.byday}"


def open_referral_schedules(schedule: Schedule, today: date, link: str) -> list[dict]:
    """The objects for `service.schedules`. `link` is the address of the calendar that has each day by itself."""
    held: dict[tuple, list[Span]] = {}
    for day in days_from(today, (today + relativedelta(months=MONTHS_AHEAD) - today).days):
        for span in schedule.spans_on(day):
            alike = (day.weekday(), span.start.time(), span.end - span.start, span.note)
            held.setdefault(alike, []).append(span)
    rows = [
        _row(by_day[one.days[0]], one) for by_day in map(_by_day, held.values()) for one in _stretches(list(by_day))
    ]
    told = sorted([*rows, *_in_words(schedule, today)], key=lambda row: (row.get("dtstart", ""), row["description"]))
    return [_named(row, link, number) for number, row in enumerate(told)]


def _by_day(spans: list[Span]) -> dict[date, Span]:
    return {span.start.date(): span for span in spans}


def _stretches(days: list[date]) -> Iterator[Stretch]:
    """All days in order, each in one stretch, as few as can be."""
    while days:
        found = max(_beginning(days), key=lambda one: len(one.days))
        yield found
        days = days[len(found.days) :]


def _beginning(days: list[date]) -> Iterator[Stretch]:
    """What each rule gives of the first of these days without a gap."""
    for interval in (1, 2):
        yield Stretch(_run(days, lambda day, interval=interval: day + interval * _WEEK), interval=interval)
    nth = (days[0].day - 1) // 7 + 1
    if nth <= 4:
        yield Stretch(_run(days, _same_of_next_month), "MONTHLY", nth=str(nth))
    if (days[0] + _WEEK).month != days[0].month:
        yield Stretch(_run(days, _last_of_next_month), "MONTHLY", nth="-1")


def _run(days: list[date], following) -> tuple[date, ...]:
    found = [days[0]]
    for day in days[1:]:
        if day != following(found[-1]):
            break
        found.append(day)
    return tuple(found)


def _same_of_next_month(day: date) -> date:
    """The nth weekday of the next month, of the nth of this one."""
    later = day + 4 * _WEEK
    return later if (later.day - 1) // 7 == (day.day - 1) // 7 and later.month != day.month else later + _WEEK


def _last_of_next_month(day: date) -> date:
    later = day + 4 * _WEEK
    return later if (later + _WEEK).month != later.month else later + _WEEK


def _row(span: Span, stretch: Stretch) -> dict:
    first, last = stretch.days[0], stretch.days[-1]
    once = {"count": 1} if len(stretch.days) == 1 else {}
    row = {
        "valid_from": first.isoformat(),
        "valid_to": last.isoformat(),
        "dtstart": first.isoformat(),
        "freq": stretch.freq,
        "interval": stretch.interval,
        "wkst": "MO",
        "byday": stretch.byday,
        **once,
        "opens_at": _clock(span.start),
        # The end of a day has no time of its own in the standard, and 00:00 would be its beginning.
        "closes_at": _clock(span.end - (_SECOND if span.end.time() == time.min else timedelta())),
        "description": rule_in_words(stretch.rule, first, span, once=bool(once)),
    }
    return row | ({"notes": span.note} if span.note else {})


def rule_in_words(rule: str, first: date, span: Span, *, once: bool) -> str:
    """A rule and its times as people read them; the day alone where it is for one."""
    days = capfirst(long_date(first) if once else rule_words(rule, first))
    return _("%(days)s at %(times)s") % {"days": days, "times": from_to(span)}


def holidays_untold() -> str:
    """What is said where nobody has told of public holidays."""
    return _("Nobody has told whether it is open on public holidays. Call first.")


def _clock(moment: datetime) -> str:
    """The time with the offset of its day: without one it would be read as UTC."""
    return moment.replace(tzinfo=DENMARK).isoformat().partition("T")[2]


def _in_words(schedule: Schedule, today: date) -> Iterator[dict]:
    """What no machine is to take for open: hours in doubt, holidays of which nobody told, closed days, what is called off."""
    for words in hours_in_words(schedule.unsure):
        yield {"description": _("Call first, it is not sure: %(hours)s") % {"hours": words}}
    if schedule.weekly and not schedule.on_holidays.is_known:
        yield {"description": holidays_untold()}
    for days in schedule.exceptions:
        if days.closed and days.last_day >= today:
            words = _("Closed from %(first)s to %(last)s") % {
                "first": long_date(days.first_day),
                "last": long_date(days.last_day),
            }
            told = {"valid_from": days.first_day.isoformat(), "valid_to": days.last_day.isoformat()}
            yield told | {"description": ". ".join(filter(None, (words, days.note)))}
    for meeting in schedule.meetings.between(today, today + relativedelta(months=MONTHS_AHEAD)):
        if meeting.cancelled:
            words = {"day": long_date(meeting.day), "times": from_to(meeting.span())}
            yield {
                "valid_from": meeting.day.isoformat(),
                "valid_to": meeting.day.isoformat(),
                "description": _("Called off: %(day)s at %(times)s") % words,
            }


def _named(row: dict, link: str, number: int) -> dict:
    """With names that stay while the times do, the exact calendar, and the time zone, which the standard has as a number."""
    name = f"{link}#{number}"
    zone = {"id": str(uuid5(NAMESPACE_URL, f"{name}-zone")), "label": "IANA timezone", "value": DENMARK.key}
    return {"id": str(uuid5(NAMESPACE_URL, name))} | row | {"schedule_link": link, "attributes": [zone]}
