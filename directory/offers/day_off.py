"""Closing an offer for a day, calling off what it holds on a day, and taking both back: on a page in memory.

`directory.offers.at_once` keeps the change where it is to be.
"""

from collections.abc import Callable
from datetime import date

from directory.models import Closure, OfferPage, Session
from directory.times.day_off import Action


def close(offer: OfferPage, day: date) -> None:
    """Say that it is closed on a day; once is enough."""
    if not any(_is_that_day(row, day) for row in offer.closures.all()):
        offer.closures.add(Closure(first_day=day, last_day=day))


def reopen(offer: OfferPage, day: date) -> None:
    """Take back that it is closed on that day alone. A holiday of several days stays."""
    offer.closures = [row for row in offer.closures.all() if not _is_that_day(row, day)]


def call_off(offer: OfferPage, day: date) -> None:
    """Say of every meeting of a day that it is not held; a series goes on."""
    rows = list(offer.sessions.all())
    replaced = {row.instead_of for row in rows if not row.rule}
    for row in list(rows):
        if not row.rule and row.day == day:
            row.cancelled = True
        elif row.rule and day not in replaced and row.as_value().days_on(day):
            rows.append(
                Session(day=day, starts=row.starts, ends=row.ends, topic=row.topic, cancelled=True, instead_of=day)
            )
    offer.sessions = rows


def hold_after_all(offer: OfferPage, day: date) -> None:
    """Take back that the meetings of a day are called off: those of a series come by its rule again."""
    rows = list(offer.sessions.all())
    ruled = any(row.rule and row.as_value().days_on(day) for row in rows)
    kept = [row for row in rows if not (ruled and row.cancelled and row.day == row.instead_of == day)]
    for row in kept:
        if not row.rule and row.day == day:
            row.cancelled = False
    offer.sessions = kept


def _is_that_day(row: Closure, day: date) -> bool:
    return row.is_closed and row.first_day == row.last_day == day


#: What is done, by its name in an address.
ACTIONS: dict[Action, Callable[[OfferPage, date], None]] = {
    "close": close,
    "reopen": reopen,
    "call-off": call_off,
    "hold": hold_after_all,
}
