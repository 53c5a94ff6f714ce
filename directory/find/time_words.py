"""Words of time, as people write them in a search: which day or part of it each word names, and which only stand around one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Literal

from directory.find import english_time
from directory.find.clock_words import clocks
from directory.weekdays import NAMES
from search.folding import loosely_folded

Kind = Literal["day", "part", "ahead", "clock", "open", "now", "early", "small", "and", "until"]


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word, or some together, that stand in the text between these two places."""

    kind: Kind
    start: int
    end: int
    days: tuple[int, ...] = ()  # Monday is 0
    part: str = ""  # "morning", "afternoon", "evening", "night"
    ahead: str = ""  # a day counted from today, by its name in `OPENINGS`
    clock: tuple[time, time | None] | None = None  # as `Clock` has it
    sure: bool = True  # of a clock: whether it is one by itself


_DAYS: dict[re.Pattern[str], tuple[int, ...] | None] = {
    # "i mandags" is over.
    re.compile(r"(man|tirs|ons|tors|fre|lor|son)dag(e|en|ene)?"): None,
    # "hverdagen" is how somebody's life is.
    re.compile(r"hverdage(ne)?"): tuple(range(5)),
    re.compile(r"weekend(en|er|erne)?"): (5, 6),
    **english_time.DAYS,
}
_FIRST_LETTERS = [loosely_folded(name)[:2] for name in NAMES]
_PARTS = {
    "morning": re.compile(r"(morgen|formiddag)(e|en|ene|er|s)?"),
    "afternoon": re.compile(r"eftermiddag(e|en|ene|s)?"),
    "evening": re.compile(r"aften(en|er|erne|s)?"),
    "night": re.compile(r"nat(ten|ter|terne)?"),
}
_IN_ONE = re.compile(
    r"(.+?dag|hverdag|weekend)s?((?:morgen|formiddag|eftermiddag|aften|nat)(?:e|en|ene|er|erne|s|ten|ter)?)"
)
_AHEAD = {
    "idag": ("today", ""),
    "imorgen": ("tomorrow", ""),
    "iovermorgen": ("day_after_tomorrow", ""),
    "iformiddag": ("today", "morning"),
    "ieftermiddag": ("today", "afternoon"),
    "iaften": ("today", "evening"),
    "tilaften": ("today", "evening"),
    "inat": ("today", "night"),
    **english_time.AHEAD,
}
#: Two words each: as one, "efterskole" is another thing.
_PARTS_IN_TWO_WORDS = {
    "efterskole": "afternoon",
    "efterarbejde": "evening",
    "efterfyraften": "evening",
    **english_time.IN_OTHER_WORDS,
}
_OPEN_THEN = re.compile(r"(aften|nat)ab(ent|en|ne)")
_MOST_TOGETHER = 3


#: Words that say something about a time beside them, or only stand around one.
_KINDS: dict[Kind, str] = {
    "open": "abent aben abne abner open",
    "now": "nu now",
    "early": "tidlig tidligt",
    "and": "og eller samt , / + &",
    "until": "til - –",
    "small": "pa om i hver den her kommende forstkommende lige ogsa sen sent",
}
_AROUND: dict[str, Kind] = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_AROUND_IN_ENGLISH: dict[str, Kind] = _AROUND | {
    word: kind for kind, words in english_time.AROUND.items() for word in words.split()
}
_WORD = re.compile(r"[^\W_]+|[-–,/+&]")
_Words = list[tuple[str, int, int]]


def time_words(text: str, *, english: bool = False) -> Iterator[list[TimeWord]]:
    """The words of time that stand side by side in a text, run by run; any other word ends a run.

    The small words of `english` stand around a time as well where the page is read in it.
    """
    run: list[TimeWord] = []
    words = [(loosely_folded(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]
    hours = {
        one.start: TimeWord("clock", one.start, one.end, clock=(one.begins, one.ends), sure=one.sure)
        for one in clocks(text)
    }
    at = 0
    while at < len(words):
        read = (
            hours.get(words[at][1]) or _together(words[at : at + _MOST_TOGETHER]) or _one(*words[at], english=english)
        )
        if read:
            run.append(read)
        else:
            yield run
            run = []
        at += sum(start < read.end for _word, start, _end in words[at:]) if read else 1
    yield run


def _together(words: _Words) -> TimeWord | None:
    """What some words say together: "i dag", "efter arbejde", "friday night"."""
    for count in range(len(words), 1, -1):
        word, start, end = "".join(word for word, _start, _end in words[:count]), words[0][1], words[count - 1][2]
        night = english_time.DAY_AND_NIGHT.fullmatch(word)
        if night:
            return TimeWord("day", start, end, _days(night[1]), "evening")
        if word in _PARTS_IN_TWO_WORDS:
            return TimeWord("part", start, end, part=_PARTS_IN_TWO_WORDS[word])
        if word in _AHEAD:
            return _counted(word, start, end)
    return None


def _counted(word: str, start: int, end: int) -> TimeWord:
    ahead, part = _AHEAD[word]
    return TimeWord("ahead", start, end, part=part, ahead=ahead)


def _one(word: str, start: int, end: int, *, english: bool) -> TimeWord | None:
    around = _AROUND_IN_ENGLISH if english else _AROUND
    if word in around:
        return TimeWord(around[word], start, end)
    if word in _AHEAD:
        return _counted(word, start, end)
    if found := _OPEN_THEN.fullmatch(word):
        return TimeWord("open", start, end, part=_part(found[1]))
    in_one = _IN_ONE.fullmatch(word)
    days = (_days(f"{in_one[1]}e") or _days(in_one[1])) if in_one else _days(word)
    part = _part(in_one[2] if in_one else word, english=english)
    if not days and (in_one or not part):
        return None
    return TimeWord("day" if days else "part", start, end, days, part)


def _days(word: str) -> tuple[int, ...]:
    for pattern, days in _DAYS.items():
        if pattern.fullmatch(word):
            return (_FIRST_LETTERS.index(word[:2]),) if days is None else days
    return ()


def _part(word: str, *, english: bool = False) -> str:
    told = [(part, pattern) for parts in (_PARTS, english_time.PARTS) for part, pattern in parts.items()]
    found = next((part for part, pattern in told if pattern.fullmatch(word)), "")
    # Whoever writes in Danish means a "Night" that has it as a name.
    return found if found != "night" or english or _PARTS["night"].fullmatch(word) else ""
