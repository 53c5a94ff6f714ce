"""Weekly hours that a place tells in Danish words, read as rows for an editor to accept. What leaves a doubt is not read."""

import re
from datetime import time

from directory.times.doubt import leaves_doubt
from directory.times.hours import WeeklyHours
from directory.weekdays import days_of, stretch

_DAY = r"(?:(?:man|tirs?|ons|tors?|fre|lør|søn)(?:dag(?:e|en)?)?|hverdage?|weekend(?:en)?|alle dage|hver dag|dagligt)"
_DAY_LIST = rf"{_DAY}(?:\s*(?:,|og|samt|-|–|til)\s*{_DAY})*"
_CLOCK = r"(\d{1,2})(?:[.:](\d\d))?"
_HOURS = re.compile(
    rf"\b({_DAY_LIST})\s*:?\s*(?:fra\s+)?(?:kl\.?\s*)?{_CLOCK}\s*(?:-|–|til)\s*(?:kl\.?\s*)?{_CLOCK}(?!\d)"
)
_STRETCH = re.compile(rf"({_DAY})\s*(?:-|–|til)\s*({_DAY})")
_DAY_AND_NIGHT = re.compile(r"\b(døgnåben\w*|døgnet rundt|hele døgnet|døgnets? timer)\b")
#: Words by which hours hold at some times only, or have held.
_NOT_EVERY_WEEK = re.compile(
    r"\b((19|20)\d\d|hver (anden|tredje|fjerde)|lige|ulige|første|sidste|tredje|fjerde|måneden?|gange?|uger|otte|periode\w*)\b"
)


def hours_told(text: str) -> list[WeeklyHours]:
    """The rows that a text tells without a doubt, in the order of the week; none where there is any."""
    told = " ".join(text.casefold().split())
    if _NOT_EVERY_WEEK.search(told) or leaves_doubt(told):
        return []
    if _DAY_AND_NIGHT.search(told):
        return [WeeklyHours(day, time(0), time(23, 59)) for day in range(7)]
    rows = {row for found in _HOURS.finditer(told) for row in _rows(found)}
    return sorted(rows, key=lambda row: (row.weekday, row.opens))


def _rows(found: re.Match) -> list[WeeklyHours]:
    opens, closes = _time(found[2], found[3]), _time(found[4], found[5])
    if opens is None or closes is None or opens == closes:
        return []
    return [WeeklyHours(day, opens, closes) for day in _weekdays(found[1])]


def _time(hour: str, minute: str | None) -> time | None:
    if (int(hour), int(minute or 0)) == (24, 0):
        return time(23, 59)
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None


def _weekdays(told: str) -> set[int]:
    days = {day for word in re.findall(_DAY, told) for day in days_of(word)}
    for span in _STRETCH.finditer(told):
        days.update(stretch(days_of(span[1])[0], days_of(span[2])[-1]))
    return days
