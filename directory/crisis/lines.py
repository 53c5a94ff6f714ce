"""Whom to call, by what it is about, with what is sure of their hours now."""

from copy import copy
from dataclasses import dataclass
from datetime import datetime

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
    """The lines for a topic, in the order in which they help here and now. 112 stands in the page itself.

    With a region those of other regions are left out. First come lines that surely answer now, and last those that
    surely do not; among equals those made for the topic, then those of the region, then as editors ordered them.
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
    return sorted(
        lines,
        key=lambda item: (
            wait(item.status, now),
            item.line.main_topic != topic,
            item.line.region != region,
            item.line.priority,
        ),
    )


def wait(status: Status, now: datetime) -> int:
    """How long until somebody answers: 0 now, 1 perhaps now, since nobody knows, 2 later today, 3 another day."""
    if status.is_open:
        return 0
    if not status.is_closed and status.kind not in ("opens", "next"):
        return 1
    return 2 if status.at is not None and status.at.date() == now.date() else 3


@kept(Helpline, HelplineHours)
def _all() -> tuple[Helpline, ...]:
    return tuple(Helpline.objects.prefetch_related("hours"))
