"""Answers that hold from a day until a day: who is responsible, what somebody is called."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Generic, TypeVar

Answer = TypeVar("Answer")

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dated(Generic[Answer]):
    """An answer with its first and its last day, both included; None where it has no beginning or no end."""

    answer: Answer
    first: date | None = None
    last: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is the answer on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def answer_on(rows: Iterable[Dated[Answer]], day: date) -> Answer | None:
    """The answer on a day; None where there is none."""
    return next((row.answer for row in rows if row.holds_on(day)), None)


def turns(rows: Iterable[Dated]) -> Iterator[date]:
    """The days on which an answer may be another one than the day before."""
    for row in rows:
        if row.first is not None:
            yield row.first
        if row.last is not None and row.last < date.max:
            yield row.last + _DAY


def first_clash(rows: Iterable[Dated[Answer]]) -> tuple[Dated[Answer], Dated[Answer]] | None:
    """Two answers that hold on the same day, the one that begins first before the other."""
    in_order = sorted(rows, key=lambda row: row.first or date.min)
    return next(((one, other) for one, other in combinations(in_order, 2) if _overlap(one, other)), None)


def _overlap(earlier: Dated, later: Dated) -> bool:
    return earlier.last is None or later.first is None or later.first <= earlier.last


def periods(of: Callable[[date], Answer], days: Iterable[date]) -> list[Dated[Answer]]:
    """The answers one after another, where they can change on these days only; equal neighbours are one."""
    found: list[Dated[Answer]] = []
    for first in (None, *sorted(set(days))):
        answer = of(first or date.min)
        if found and found[-1].answer == answer:
            continue
        if found and first is not None:
            found[-1] = replace(found[-1], last=first - _DAY)
        found.append(Dated(answer, first))
    return found
