"""Opening hours as Danes write them ("mandag-fredag", "alle dage", "hver anden søndag"), as rows for each weekday."""

import re
from datetime import time

from django.utils.translation import gettext as _

from directory.importing.errors import Refused
from directory.times.rhythm import Rhythm

_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_SETS = {
    "alle dage": range(7),
    "alle ugens dage": range(7),
    "hver dag": range(7),
    "dagligt": range(7),
    "hverdage": range(5),
    "alle hverdage": range(5),
    "weekend": (5, 6),
    "weekender": (5, 6),
}
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
    if words in _SETS:
        return list(_SETS[words])
    days: list[int] = []
    for part in re.split(r",| og | samt ", words):
        days.extend(_span(part.strip()))
    return sorted(set(days))


def _span(text: str) -> list[int]:
    ends = [end.strip() for end in re.split(r"\s*[-–]\s*| til ", text)]
    first, last = _day(ends[0]), _day(ends[-1])
    if len(ends) > 2:
        raise Refused(_("Opening hours: “%(days)s” is no day of the week.") % {"days": text})
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _day(word: str) -> int:
    for number, name in enumerate(_DAYS):
        if word in {name, f"{name}e", name[:3], name[:2]}:
            return number
    raise Refused(_("Opening hours: “%(days)s” is no day of the week.") % {"days": word[:40]})


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
