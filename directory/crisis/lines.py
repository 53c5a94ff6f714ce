"""Whom to call, by what it is about, with what is sure of their hours now."""

from copy import copy
from dataclasses import dataclass

from directory.models import Helpline, HelplineHours
from directory.models.kept import kept
from directory.times.clock import local_now
from directory.times.status import Status


@dataclass(frozen=True)
class Line:
    """A helpline and what holds for it now."""

    line: Helpline
    status: Status


def lines_for(topic: str, region: str = "") -> list[Line]:
    """The lines for a topic, those that surely answer now first. 112 stands in the page itself.

    With a region those of other regions are left out.
    """
    now = local_now()
    rows = [
        row
        for row in map(copy, _all())
        if topic in row.topics.split()
        and row.is_valid_on(now.date())
        and row.number != "112"
        and (not region or row.region in ("", region))
    ]
    lines = [Line(row, row.status_at(now)) for row in rows]
    return sorted(lines, key=lambda item: (not item.status.is_open, item.line.priority))


@kept(Helpline, HelplineHours)
def _all() -> tuple[Helpline, ...]:
    return tuple(Helpline.objects.prefetch_related("hours"))
