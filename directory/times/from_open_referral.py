"""Schedules as Open Referral tells them (HSDS 3.2), read as weekly hours where they can be told exactly, else as words.

Doubt wins: what is not understood in full is kept in words and is never "open". Words beside the rules that may take
something of them back ("By appointment only") leave the hours of the same days told and unsure.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import MO, WEEKLY, rrule
from django.conf import settings
from django.utils import translation

from directory.times.hours import WeeklyHours
from directory.times.open_referral import holidays_untold, rule_in_words
from directory.times.rhythm import Rhythm
from directory.times.rule import CODES
from directory.times.span import Span

#: Rules that count further than this are told in words.
_MOST_TIMES = 1_000
_LONGEST_NOTE = 120
#: What rules may have of which weekly hours know nothing.
_UNKNOWN_RULES = ("bymonthday", "byweekno", "byyearday", "bysetpos", "bymonth")
_BYDAY = re.compile(r"(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)")
#: Offsets of Denmark in winter and in summer: with one of them a time is by the clock on a Danish wall.
_DANISH = {timedelta(hours=1), timedelta(hours=2)}
_END_OF_DAY = time(23, 59, 59)
#: Words of a note in English that make hours unsure; those in Danish `doubt` knows.
_DOUBT = re.compile(
    r"\b(clos\w*|except\w*|appointment|holidays?|call|may|var\w*|some\w*|about|approx\w*|season\w*|not)\b",
    re.IGNORECASE,
)


class _InWords(Exception):
    """A schedule that weekly hours cannot tell exactly."""


@dataclass(frozen=True, slots=True)
class HoursRead:
    """What was read: rows of weekly hours, and in words what no row can tell."""

    rows: tuple[WeeklyHours, ...] = ()
    told: tuple[str, ...] = ()


def hours_read(schedules: Iterable[dict[str, Any]]) -> HoursRead:
    """The rows and the words of the schedules of a service. Nothing that stands in them is an error."""
    rows: list[WeeklyHours] = []
    told: list[str] = []
    doubts: list[tuple[date | None, date | None, str]] = []
    for schedule in schedules:
        try:
            rows += _rows(schedule)
        except _InWords:
            words = _words(schedule)
            if words in _harmless():
                continue
            told.append(words)
            if not schedule.get("freq"):
                doubts.append((_day_or_none(schedule, "valid_from"), _day_or_none(schedule, "valid_to"), words))
    return HoursRead(
        tuple(dict.fromkeys(_doubted(row, doubts) for row in rows)), tuple(dict.fromkeys(filter(None, told)))
    )


def _rows(schedule: dict[str, Any]) -> Iterator[WeeklyHours]:
    """A row for each weekday of a rule. Raises `_InWords` where they would not say just the same."""
    if any(schedule.get(name) for name in _UNKNOWN_RULES) or (schedule.get("until") and schedule.get("count")):
        raise _InWords
    opens, closes = _clock(schedule, "opens_at"), _clock(schedule, "closes_at")
    closes = time(23, 59) if closes == _END_OF_DAY else closes
    if opens == closes or opens.second or closes.second:
        raise _InWords
    days = [_BYDAY.fullmatch(day.strip()) for day in _by_day(schedule).split(",")]
    if not all(days):
        raise _InWords
    found = [_row(schedule, day[1] or "", CODES.index(day[2]), opens, closes) for day in days if day]
    note = _note(schedule, found[0])
    return (replace(row, note=note) for row in found)


def _row(schedule: dict[str, Any], nth: str, weekday: int, opens: time, closes: time) -> WeeklyHours:
    begins, interval = _day(schedule, "dtstart"), _number(schedule, "interval") or 1
    first = max(filter(None, (begins, _day(schedule, "valid_from"))), default=None)
    last = min(
        filter(None, (_day(schedule, "until"), _day(schedule, "valid_to"), _last(schedule, interval))), default=None
    )
    row = WeeklyHours(weekday, opens, closes, _rhythm(schedule, interval, nth), first, last)
    if row.rhythm == Rhythm.FORTNIGHTLY:
        row = replace(row, valid_from=_fortnight(begins, first, weekday, schedule))
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        raise _InWords
    return row


def _rhythm(schedule: dict[str, Any], interval: int, nth: str) -> Rhythm:
    match schedule.get("freq"), interval, nth:
        case "WEEKLY", 1, "":
            return Rhythm.WEEKLY
        case "WEEKLY", 2, "":
            return Rhythm.FORTNIGHTLY
        case "MONTHLY", 1, str(which) if which:
            return Rhythm(which)
    raise _InWords


def _fortnight(begins: date | None, first: date | None, weekday: int, schedule: dict[str, Any]) -> date:
    """The first day of every second week: counted from `dtstart`, by weeks that begin on Monday."""
    if begins is None or first is None or schedule.get("wkst", "MO") != "MO":
        raise _InWords
    start = datetime.combine(begins, time())
    found = rrule(WEEKLY, interval=2, byweekday=weekday, dtstart=start, wkst=MO).after(
        datetime.combine(first, time()), inc=True
    )
    return found.date()


def _last(schedule: dict[str, Any], interval: int) -> date | None:
    """The day of the last time of a rule that counts its times."""
    count, begins = _number(schedule, "count"), _day(schedule, "dtstart")
    if not count:
        return None
    if begins is None or count > _MOST_TIMES or (schedule.get("freq") != "WEEKLY" and count > 1):
        raise _InWords
    days = [CODES.index(day.strip()[-2:]) for day in _by_day(schedule).split(",") if day.strip()[-2:] in CODES]
    times = rrule(
        WEEKLY, interval=interval, byweekday=days, dtstart=datetime.combine(begins, time()), count=count, wkst=MO
    )
    return list(times)[-1].date()


def _by_day(schedule: dict[str, Any]) -> str:
    """The days of a rule; where none are told, that of its beginning."""
    told, begins = schedule.get("byday"), _day(schedule, "dtstart")
    if told:
        return str(told)
    if begins is None or schedule.get("freq") != "WEEKLY":
        raise _InWords
    return CODES[begins.weekday()]


def _clock(schedule: dict[str, Any], name: str) -> time:
    """A time by the clock on a Danish wall. One without an offset may be by any clock."""
    try:
        told = time.fromisoformat(str(schedule.get(name) or ""))
    except ValueError as fault:
        raise _InWords from fault
    if told.utcoffset() not in _DANISH or told.microsecond:
        raise _InWords
    return told.replace(tzinfo=None)


def _day(schedule: dict[str, Any], name: str) -> date | None:
    told = schedule.get(name)
    try:
        # A last moment is told as a day, or as a day and a time.
        return date.fromisoformat(str(told).partition("T")[0]) if told else None
    except ValueError as fault:
        raise _InWords from fault


def _day_or_none(schedule: dict[str, Any], name: str) -> date | None:
    try:
        return _day(schedule, name)
    except _InWords:
        return None


def _number(schedule: dict[str, Any], name: str) -> int | None:
    told = schedule.get(name)
    if told is None or (isinstance(told, int) and not isinstance(told, bool) and told > 0):
        return told
    raise _InWords


def _note(schedule: dict[str, Any], row: WeeklyHours) -> str:
    """What is said beside the rule, but for what only says the rule in words."""
    description, notes = _text(schedule, "description"), _text(schedule, "notes")
    said = [words for words in (description, notes) if words and words not in _said_of(schedule, row)]
    note = ". ".join(dict.fromkeys(said))
    if len(note) > _LONGEST_NOTE or _DOUBT.search(note):
        raise _InWords
    return note


def _said_of(schedule: dict[str, Any], row: WeeklyHours) -> set[str]:
    """How we tell the rule of a row ourselves, in each of our languages."""
    if row.valid_from is None:
        return set()
    rule = f"FREQ={schedule['freq']};INTERVAL={schedule.get('interval') or 1};BYDAY={_by_day(schedule)}"
    span, first = Span.on(row.valid_from, row.opens, row.closes), row.valid_from
    found = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found.add(rule_in_words(rule, first, span, once=_number(schedule, "count") == 1))
    return found


def _harmless() -> set[str]:
    """What we say beside hours of which nobody has told whether they hold on public holidays: they are read so as well."""
    found = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found.add(holidays_untold())
    return found


def _doubted(row: WeeklyHours, doubts: Iterable[tuple[date | None, date | None, str]]) -> WeeklyHours:
    """The row, unsure where words tell of the same days: nobody knows what they take back."""
    for first, last, words in doubts:
        before = last is not None and row.valid_from is not None and last < row.valid_from
        after = first is not None and row.valid_to is not None and row.valid_to < first
        if not before and not after:
            return replace(row, rhythm=Rhythm.SOMETIMES, note=words[:_LONGEST_NOTE])
    return row


def _words(schedule: dict[str, Any]) -> str:
    """What people can read of a schedule."""
    said = ". ".join(dict.fromkeys(filter(None, (_text(schedule, "description"), _text(schedule, "notes")))))
    names = ("freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "valid_from", "valid_to")
    return said or " ".join(f"{schedule[name]}" for name in names if schedule.get(name))


def _text(schedule: dict[str, Any], name: str) -> str:
    told = schedule.get(name)
    return " ".join(told.split()) if isinstance(told, str) else ""
