"""Times of the day as people write them in a search: "kl. 19", "efter kl. 17", "mellem 10 og 14", "before 9 am"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

_HOUR = r"(?:(?:kl\.?|klokken|at)\s*)?\d{1,2}(?:[.:][0-5]\d)?(?:\s*[ap]m\b)?"
#: Nothing of a longer number stands around it: a date, a telephone number, a part of a hundred.
_CLOCK = re.compile(
    r"(?<![\w.:/-])(?:(?P<how>efter|fra|før|inden|mellem|after|from|before|between)\s+)?"
    rf"(?P<first>{_HOUR})(?:\s*(?:og|til|and|to|-|–)\s*(?P<last>{_HOUR}))?(?![\w%])(?!\s?[.:/-]?\s?\d)",
    re.IGNORECASE,
)
_HOUR_PARTS = re.compile(r"(?P<word>\D*)(?P<hour>\d+)(?:[.:](?P<minute>\d\d))?\s*(?P<half>[ap]m)?", re.IGNORECASE)
#: Behind one of these, bare numbers are ages.
_AGED = re.compile(
    r"\b(børn|unge|drenge|piger|teenagere|kvinder|mænd|children|kids|boys|girls|teenagers|women|men)\s+$", re.IGNORECASE
)
_FROM, _BEFORE, _BETWEEN = ("efter", "fra", "after", "from"), ("før", "inden", "before"), ("mellem", "between")
_MIDNIGHT, _MORNING = time(0), time(5)
#: Nobody looks for a place at three in the night by saying so.
_AFTERNOON = range(1, 5)
_LAST_HOUR, _HALF_A_DAY = 24, 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day that stands in the text between these two places."""

    start: int
    end: int
    begins: time
    ends: time | None  # None: at that minute; midnight is the end of the day
    sure: bool  # whether it can hardly be anything else; bare numbers are ages and dates as well


@dataclass(frozen=True, slots=True)
class _Hour:
    at: time
    by_word: bool  # said with "kl.", "at" or "pm"
    sure: bool  # the same, but for "at", which is a word of Danish too
    to_the_minute: bool


def clocks(text: str) -> Iterator[Clock]:
    """The times of the day in a text, in order; among them numbers that may be something else."""
    for found in _CLOCK.finditer(text):
        how, last = (found["how"] or "").casefold(), _hour(found["last"])
        first = _hour(found["first"], _HOUR_PARTS.fullmatch(found["last"])["half"] if last else None)
        times = _times(how, first, last) if first and (last or not found["last"]) else None
        if times and first:
            told = [one for one in (first, last) if one]
            sure = any(one.sure or (one.to_the_minute and bool(how or last)) for one in told)
            alone = how in _BETWEEN and found[0].strip() == text.strip()
            if sure or alone or not _AGED.search(text[: found.start()]):
                yield Clock(found.start(), found.end(), *times, sure or alone)


def _hour(text: str | None, half: str | None = None) -> _Hour | None:
    """The hour that a stretch of the text says, of the half of the day that is told behind it or behind its end."""
    found = _HOUR_PARTS.fullmatch(text) if text else None
    if not found:
        return None
    number, half = int(found["hour"]), (found["half"] or half or "").casefold()
    plain = not found["minute"] and not found["hour"].startswith("0")
    if half and number <= _HALF_A_DAY:
        number = number % _HALF_A_DAY + (_HALF_A_DAY if half == "pm" else 0)
    elif plain and number in _AFTERNOON:
        number += _HALF_A_DAY
    if number > _LAST_HOUR:
        return None
    at = time(number % _LAST_HOUR, int(found["minute"] or 0))
    word = found["word"].strip().casefold()
    return _Hour(at, bool(word or half), bool(half) or word.startswith("k"), bool(found["minute"]))


def _times(how: str, first: _Hour, last: _Hour | None) -> tuple[time, time | None] | None:
    """From when until when; nothing for a bare number, or where it ends before it begins."""
    if last:
        return (first.at, last.at) if first.at < last.at or last.at == _MIDNIGHT else None
    if how in _FROM:
        return first.at, _MIDNIGHT
    if how in _BEFORE:
        return (_MORNING, first.at) if first.at > _MORNING else None
    return (first.at, None) if not how and (first.by_word or first.to_the_minute) else None
