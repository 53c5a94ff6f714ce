"""From a query and what was read in its text to the request that every engine understands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from search.contract import MAX_HITS, Query, Sort, open_day, open_minute, open_token
from search.facts import Facts
from search.finding.rank import WINDOW
from search.finding.ways import Way
from search.store import Order, Request

_MAX_SIZE = 1_000
_QUARTER = timedelta(minutes=15)
#: The quarters of a day: nobody is asked for longer.
_MAX_QUARTERS = 96


@dataclass(frozen=True, slots=True)
class Page:
    """The stretch of the hits that is to be shown."""

    start: int
    end: int

    @classmethod
    def of(cls, query: Query) -> "Page":
        size = min(max(0, query.size), _MAX_SIZE)
        start = min((max(1, query.page) - 1) * size, MAX_HITS)
        return cls(start, min(start + size, MAX_HITS))


def sort_of(query: Query, *, words: bool) -> Sort:
    """The order that was asked for, or the one that makes sense."""
    default: Sort = "relevance" if words else "distance" if query.near else "name"
    wanted = query.sort or default
    senseless = (wanted == "relevance" and not words) or (wanted == "distance" and not query.near)
    return default if senseless else wanted


def distances_of(query: Query, facts: Facts) -> Mapping[str, float] | None:
    """Kilometres from the place that was given; None when none was."""
    return facts.distances(query.near) if query.near else None


def request_of(query: Query, way: Way, distances: Mapping[str, float] | None) -> Request:
    """The request for everything that matches, with the first hits in the order that was asked for."""
    order, page = _order(sort_of(query, words=way.asked is not None)), Page.of(query)
    whole = order == "score"
    radius = query.near is not None and query.near.km is not None
    return Request(
        asked=way.asked,
        scope=query.scope,
        facets={name: values for name, values in (way.facets | dict(query.facets)).items() if values},
        counted=query.counted,
        within=frozenset(distances) if radius and distances is not None else None,
        open=_open(query.open_at, query.open_until),
        starts=(
            query.from_date.toordinal() if query.from_date else None,
            query.to_date.toordinal() if query.to_date else None,
        ),
        order=order,
        offset=0 if whole or order == "id" else page.start,
        limit=max(WINDOW, page.end) if whole else MAX_HITS if order == "id" else page.end - page.start,
    )


def _open(moment: datetime | date | None, until: datetime | None) -> tuple[str, ...]:
    """What an entry has in `Entry.open`, one or the other, that is open at that moment, between the two, or on that day."""
    if moment is None:
        return ()
    if not isinstance(moment, datetime):
        return (open_day(moment),)
    if until is None:
        return (open_token(moment), open_minute(moment))
    quarters = min(max(1, ceil((until - moment) / _QUARTER)), _MAX_QUARTERS)
    return tuple(open_token(moment + n * _QUARTER) for n in range(quarters))


def _order(sort: Sort) -> Order:
    # Distances are ours alone: all ids are fetched and put in order here.
    return "score" if sort == "relevance" else "id" if sort == "distance" else sort
