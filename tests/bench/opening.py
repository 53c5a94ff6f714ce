"""What opening hours cost: the status of a page of hits, and an index that knows when everything is open. In processor time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from random import Random
from time import process_time

from directory.facets.when import times_of
from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import Meeting
from directory.times.public_holidays import HolidayHours, OnHolidays
from directory.times.rhythm import Rhythm
from directory.times.schedule import Schedule
from directory.times.status import status_of
from directory.times.tokens import open_tokens
from search import Entry
from tests.bench import engines
from tests.bench.offers import offers
from tests.bench.timing import Times

NOW = datetime(2026, 11, 30, 14, 20)
_PAGES, _HITS = 300, 20


def report(size: int) -> Iterator[str]:
    """The lines for so many offers, all of which have told their times."""
    draw = Random(1)
    pages = [[_schedule(draw) for _hit in range(_HITS)] for _page in range(_PAGES)]
    yield f"status of {_HITS} hits: {Times.of(_work(_statuses, page) for page in pages)}"
    entries = list(offers(size))
    schedules = [_schedule(draw) for _entry in entries]
    without = _rebuilt(entries)
    yield f"rebuild of {size:,} offers: {without:.1f} s"
    for what, told in (("moments that they are open", _moments), ("weekdays and parts of the day too", _weeks)):
        taken = _rebuilt(told(entries, schedules))
        yield f"  with the {what}: {taken:.1f} s ({taken / without:.2f} times)"


def _rebuilt(entries: Iterable[Entry]) -> float:
    with engines.embedded() as bench:
        return _work(bench.engine.rebuild, entries)


def _work(step: Callable[..., object], *arguments: object) -> float:
    """Seconds of processor time, since a machine that others use makes minutes of seconds."""
    begun = process_time()
    step(*arguments)
    return process_time() - begun


def _statuses(schedules: list[Schedule]) -> list[str]:
    return [status_of(schedule, NOW).sentence for schedule in schedules]


def _moments(entries: list[Entry], schedules: list[Schedule]) -> Iterator[Entry]:
    for entry, schedule in zip(entries, schedules, strict=True):
        yield replace(entry, open=open_tokens(schedule, NOW.date()))


def _weeks(entries: list[Entry], schedules: list[Schedule]) -> Iterator[Entry]:
    for entry, schedule in zip(_moments(entries, schedules), schedules, strict=True):
        yield replace(entry, facets={**entry.facets, "when": times_of(schedule, NOW.date())})


def _schedule(draw: Random) -> Schedule:
    """Five or six days a week, one of them in some weeks only; a holiday apart, and every fourth with a series of meetings."""
    opens, closes = time(draw.choice((8, 9, 10)), draw.choice((0, 30))), time(draw.choice((14, 16, 22)))
    weekly = [WeeklyHours(day, opens, closes) for day in range(draw.choice((5, 6)))]
    weekly.append(WeeklyHours(6, opens, closes, draw.choice((Rhythm.EVEN, Rhythm.SECOND, Rhythm.LAST))))
    series = Meeting(date(2026, 1, draw.randint(1, 28)), time(19), time(21), rule="FREQ=WEEKLY;INTERVAL=2")
    return Schedule(
        tuple(weekly),
        (ExceptionDays(date(2026, 12, 20), date(2027, 1, 3), note="Jul"),),
        (series,) if draw.random() < 0.25 else (),
        HolidayHours(OnHolidays.CLOSED),
    )
