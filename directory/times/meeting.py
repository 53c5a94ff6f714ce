"""Dated meetings: single ones, and series by a rule of RFC 5545, of which one can be called off or moved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import lru_cache

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from directory.times.span import Span

#: How far ahead a rule is followed, in months.
MONTHS_AHEAD = 24
_PARTS = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL", "COUNT", "WKST"}
_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, or a series of them by its rule. It is held on a closed day too."""

    day: date  # of a series: the first day that the rule may give
    starts: time
    ends: time | None = None
    topic: str = ""
    cancelled: bool = False
    rule: str = ""  # as RRULE in RFC 5545, without its name: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
    instead_of: date | None = None  # the day of a series whose meeting this one replaces
    key: str = field(default="", compare=False)  # see `Meetings`

    def span(self) -> Span:
        """When it lasts; one of which only the beginning is known is taken to last an hour."""
        return Span.on(self.day, self.starts, self.ends, self.topic, cancelled=self.cancelled)

    def days_on(self, day: date) -> list[date]:
        """The day itself where a series has a meeting on it, else nothing."""
        return [day] if day in _days_of_year(self.rule, self.day, day.year) else []

    def days_from(self, first: date) -> Iterator[date]:
        """The days of a series from a day on, for as long as rules are followed; none where the rule cannot be read."""
        last_year = (first + relativedelta(months=MONTHS_AHEAD)).year
        for year in range(max(first, self.day).year, last_year + 1):
            yield from (day for day in _days_of_year(self.rule, self.day, year) if day >= first)


@dataclass(frozen=True, slots=True)
class Meetings:
    """All meetings of one thing.

    The key of each is the day on which it was first to be, and a number where there are several: it stays when a meeting
    is called off, or moved with the word of the day it is moved from, and when the rows are written again.
    """

    rows: tuple[Meeting, ...] = ()

    def between(self, first: date, last: date) -> list[Meeting]:
        """Those of these days, both included, in order; the ones that are called off among them."""
        found = [meeting for meeting in self._single() if first <= meeting.day <= last]
        for series in self._series():
            for day in series.days_from(first):
                if day > last:
                    break
                found.extend(self._occurrence(series, day))
        return sorted(found, key=lambda meeting: (meeting.day, meeting.starts))

    def next_day(self, today: date) -> date | None:
        """The first day from today on with a meeting that is not called off."""
        days = [meeting.day for meeting in self._single() if meeting.day >= today and not meeting.cancelled]
        for series in self._series():
            held = (
                day for day in series.days_from(today) for one in self._occurrence(series, day) if not one.cancelled
            )
            days.extend(day for day in [next(held, None)] if day)
        return min(days, default=None)

    def may_come(self, today: date) -> bool:
        """Whether one may be held, or is called off, from today on; a series is taken to go on until somebody ends it."""
        return any(row.rule or row.day >= today or (row.instead_of and row.instead_of >= today) for row in self.rows)

    def _single(self) -> Iterable[Meeting]:
        for meeting in self.rows:
            if not meeting.rule:
                yield replace(meeting, key=self._key(meeting, meeting.instead_of or meeting.day))

    def _series(self) -> Iterable[Meeting]:
        return (meeting for meeting in self.rows if meeting.rule)

    def _occurrence(self, series: Meeting, day: date) -> list[Meeting]:
        """The meeting of a series on a day; none where another row replaces it."""
        if self._is_replaced(day):
            return []
        return [replace(series, day=day, rule="", key=self._key(series, day))]

    def _is_replaced(self, day: date) -> bool:
        return any(row.instead_of == day for row in self.rows if not row.rule)

    def _key(self, meeting: Meeting, day: date) -> str:
        """The day, and how many of the rows before it have a meeting that was to be on that day."""
        before = sum(self._was_to_be(row, day) for row in self.rows[: self.rows.index(meeting)])
        return f"{day:%Y%m%d}-{before + 1}" if before else f"{day:%Y%m%d}"

    def _was_to_be(self, row: Meeting, day: date) -> bool:
        if row.rule:
            return bool(row.days_on(day)) and not self._is_replaced(day)
        return (row.instead_of or row.day) == day


def check_rule(rule: str, first: date) -> None:
    """Refuse, as a ValueError in words of RFC 5545, a rule that cannot be followed or gives no day in its time."""
    if not next(_follow(rule, first, first + relativedelta(months=MONTHS_AHEAD)), None):
        raise ValueError("no day")


@lru_cache(maxsize=4096)
def _days_of_year(rule: str, first: date, year: int) -> tuple[date, ...]:
    try:
        return tuple(day for day in _follow(rule, first, date(year, 12, 31)) if day.year == year)
    except ValueError:
        # A rule that was stored by another way than the form says nothing, and nothing breaks by it.
        return ()


def _follow(rule: str, first: date, last: date) -> Iterator[date]:
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    if unknown := parts.keys() - _PARTS:
        raise ValueError(f"unknown part {min(unknown)}")
    if parts.get("FREQ") not in _FREQUENCIES:
        # More often than each day would be followed for ever.
        raise ValueError("FREQ is to be DAILY, WEEKLY, MONTHLY or YEARLY")
    for moment in rrulestr(rule.upper(), dtstart=datetime.combine(first, time.min)):
        if moment.date() > last:
            return
        yield moment.date()
