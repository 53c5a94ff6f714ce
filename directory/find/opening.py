"""When an offer is to be open: a time that was chosen, or read from words such as "åbent nu" and "i morgen tidlig"."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.facets.when import NIGHT, PARTS, part_on
from directory.times.clock import local_now


@dataclass(frozen=True)
class Opening:
    """A time at which it is to be open, counted from today. One that is not `offered` stands in no panel; words alone can wish for it."""

    value: str  # in the address
    label: str | Promise
    days_ahead: int | None = 0  # None: at this moment
    offered: bool = True


#: The times that can be asked for, by the name in the code.
OPENINGS: dict[str, Opening] = {
    "now": Opening("nu", _("Open now"), None),
    "today": Opening("idag", _("Open today")),
    "tomorrow": Opening("imorgen", _("Open tomorrow"), 1),
    "day_after_tomorrow": Opening("overmorgen", _("Open the day after tomorrow"), 2, offered=False),
}


@dataclass(frozen=True)
class OpenWindow:
    """From when until when it is to be open, by the clock on a Danish wall: a moment, a day, or between two moments."""

    begins: datetime | date | None = None
    ends: datetime | None = None


def window(name: str, part: str = "", clock: tuple[time, time | None] | None = None) -> OpenWindow:
    """The time of this name, or a part of that day, or hours of it; of today what is left of it."""
    if name not in OPENINGS:
        return OpenWindow()
    now, ahead = local_now(), OPENINGS[name].days_ahead
    if ahead is None:
        return OpenWindow(now)
    day = now.date() + timedelta(days=ahead)
    if clock:
        return _by_the_clock(day, now, *clock)
    if part not in PARTS:
        return OpenWindow(day)
    if part == NIGHT and not ahead and now < part_on(day - timedelta(days=1), part)[1]:
        # Until the morning comes it is the night that is now.
        day -= timedelta(days=1)
    begins, ends = part_on(day, part)
    return OpenWindow(max(begins, now) if now < ends else begins, ends)


def _by_the_clock(day: date, now: datetime, begins: time, ends: time | None) -> OpenWindow:
    start = datetime.combine(day, begins)
    if ends is None:
        return OpenWindow(start)
    end = datetime.combine(day, ends)
    end = end if end > start else end + timedelta(days=1)
    return OpenWindow(max(start, now) if now < end else start, end)
