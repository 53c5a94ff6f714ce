"""Opening hours as Danes write them ("mandag-fredag", "alle dage", "hver anden søndag"), as rows for each weekday."""

import re
from datetime import time

from django.utils.translation import gettext as _

from directory.importing.clean_text import plain
from directory.importing.errors import Refused
from directory.times.hours import WeeklyHours
from directory.times.rhythm import Rhythm
from directory.weekdays import days_of, stretch

_ORDINALS = {
    "første": Rhythm.FIRST,
    "anden": Rhythm.SECOND,
    "tredje": Rhythm.THIRD,
    "fjerde": Rhythm.FOURTH,
    "sidste": Rhythm.LAST,
}
_NTH = re.compile(r"(?<!hver )\b(første|anden|tredje|fjerde|sidste)\b[\w ]*\bi måneden")
_SOMETIMES = re.compile(r"hver (anden|tredje|fjerde|14\.)|cirka|om måneden|nogle|af og til|skiftende")
_FILLER = re.compile(
    r"\b(hver (anden|tredje|fjerde)|hver|første|anden|tredje|fjerde|sidste|i måneden|i (u?lige) uger)\b"
)
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def weekdays(text: str) -> list[int]:
    """The weekdays that a text names, Monday being 0. Raises `Refused` for a word that is no day."""
    words = " ".join(_FILLER.sub(" ", text.casefold()).split())
    return sorted({day for part in re.split(r",| og | samt ", words) for day in _span(part.strip())})


def _span(text: str) -> list[int]:
    ends = [days_of(end) for end in re.split(r"\s*[-–]\s*| til ", text)]
    if len(ends) > 2 or not all(ends):
        raise Refused(_("Opening hours: “%(days)s” is no day of the week.") % {"days": text[:40]})
    return ends[0] if len(ends) == 1 else stretch(ends[0][0], ends[1][-1])


def rhythm(days: str, note: str) -> Rhythm:
    """Which weeks: all, even, odd, the nth of the month, or some that only the note tells."""
    told = f"{days} {note}".casefold()
    nth = _NTH.search(told)
    if nth:
        return _ORDINALS[nth[1]]
    if "ulige uge" in told:
        return Rhythm.ODD
    if "lige uge" in told:
        return Rhythm.EVEN
    return Rhythm.SOMETIMES if _SOMETIMES.search(told) else Rhythm.WEEKLY


def read_clock(text: str, *, closing: bool = False) -> time:
    """A time of the day. Midnight at the end of a day is written 24:00 and kept as its last minute."""
    if closing and text in {"24:00", "24.00"}:
        return time(23, 59)
    found = _TIME.fullmatch(text)
    if not found:
        raise Refused(_("Opening hours: “%(time)s” is no time. Write it as 09:30.") % {"time": text[:40]})
    return time(int(found[1]), int(found[2]))


def rows(days: str, opens: str, closes: str, note: str) -> list[dict]:
    """A line of opening hours as one row for each weekday."""
    start, end = read_clock(opens), read_clock(closes, closing=True)
    if start == end:
        raise Refused(_("Opening hours: from and to are the same (%(time)s).") % {"time": opens})
    which = rhythm(days, note)
    # Which weeks it is has to be told in words when the rhythm cannot.
    words = note or (days if which == Rhythm.SOMETIMES else "")
    return [
        {"weekday": day, "opens": start, "closes": end, "rhythm": which.value, "note": words} for day in weekdays(days)
    ]


def as_row(hours: WeeklyHours) -> dict:
    """Weekly hours that were read elsewhere, as a row of the same kind; what is not told is left out."""
    told = {"valid_from": hours.valid_from, "valid_to": hours.valid_to}
    return {
        "weekday": hours.weekday,
        "opens": hours.opens,
        "closes": hours.closes,
        "rhythm": str(hours.rhythm),
        "note": plain(hours.note),
    } | {name: value for name, value in told.items() if value}
