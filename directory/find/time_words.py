"""Words of time, as people write them in a search: which day or part of it each word names, and which only stand around one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from directory.weekdays import NAMES
from search.folding import loosely_folded

Kind = Literal["day", "part", "ahead", "open", "now", "early", "small", "and", "until"]


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word, or two, that stands in the text between these two places."""

    kind: Kind
    start: int
    end: int
    days: tuple[int, ...] = ()  # Monday is 0
    part: str = ""  # "morning", "afternoon", "evening"
    ahead: str = ""  # a day counted from today, by its name in `OPENINGS`


_DAYS = {
    # "i mandags" is over.
    re.compile(r"(man|tirs|ons|tors|fre|lor|son)dag(e|en|ene)?"): None,
    # "hverdagen" is how somebody's life is.
    re.compile(r"hverdage(ne)?"): tuple(range(5)),
    re.compile(r"weekend(en|er|erne)?"): (5, 6),
}
_FIRST_LETTERS = [loosely_folded(name)[:2] for name in NAMES]
_PARTS = {
    "morning": re.compile(r"(morgen|formiddag)(e|en|ene|er|s)?"),
    "afternoon": re.compile(r"eftermiddag(e|en|ene|s)?"),
    "evening": re.compile(r"aften(en|er|erne|s)?"),
}
_IN_ONE = re.compile(r"(.+?dag|hverdag|weekend)s?(morgen|formiddag|eftermiddag|aften)(e|en|ene|er|erne|s)?")
_AHEAD = {
    "idag": ("today", ""),
    "imorgen": ("tomorrow", ""),
    "iovermorgen": ("day_after_tomorrow", ""),
    "iformiddag": ("today", "morning"),
    "ieftermiddag": ("today", "afternoon"),
    "iaften": ("today", "evening"),
    "tilaften": ("today", "evening"),
}
_PARTS_IN_OTHER_WORDS = {
    "efterskole": "afternoon",
    "efterarbejde": "evening",
    "efterfyraften": "evening",
    "aftenabent": "evening",
    "aftenabne": "evening",
}
_FIRST_OF_TWO = frozenset(("i", "til", "efter"))
#: Words that say something about a time beside them, or only stand around one.
_KINDS: dict[str, Kind] = {
    word: kind
    for kind, words in (
        ("open", "abent aben abne abner"),
        ("now", "nu"),
        ("early", "tidlig tidligt"),
        ("and", "og eller samt , / + &"),
        ("until", "til - –"),
        ("small", "pa om i hver den her kommende forstkommende lige ogsa sen sent"),
    )
    for word in words.split()
}
_WORD = re.compile(r"[^\W_]+|[-–,/+&]")


def time_words(text: str) -> Iterator[list[TimeWord]]:
    """The words of time that stand side by side in a text, run by run; any other word ends a run."""
    run: list[TimeWord] = []
    words = [(loosely_folded(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        step, read = 2, _two(words[at : at + 2])
        if read is None:
            step, read = 1, _one(*words[at])
        if read:
            run.append(read)
        else:
            yield run
            run = []
        at += step
    yield run


def _two(words: list[tuple[str, int, int]]) -> TimeWord | None:
    """What two words say together: "i dag", "efter arbejde"."""
    if len(words) < 2 or words[0][0] not in _FIRST_OF_TWO:
        return None
    return _named("".join(word for word, _start, _end in words), words[0][1], words[1][2])


def _named(word: str, start: int, end: int) -> TimeWord | None:
    if word in _AHEAD:
        ahead, part = _AHEAD[word]
        return TimeWord("ahead", start, end, part=part, ahead=ahead)
    part = _PARTS_IN_OTHER_WORDS.get(word, "")
    return TimeWord("part", start, end, part=part) if part else None


def _one(word: str, start: int, end: int) -> TimeWord | None:
    if word in _KINDS:
        return TimeWord(_KINDS[word], start, end)
    in_one = _IN_ONE.fullmatch(word)
    days, part = (
        _days(f"{in_one[1]}e") or _days(in_one[1]) if in_one else _days(word),
        _part(in_one[2] if in_one else word),
    )
    if in_one and not days:
        return None
    if days or part:
        return TimeWord("day" if days else "part", start, end, days, part)
    return _named(word, start, end)


def _days(word: str) -> tuple[int, ...]:
    for pattern, days in _DAYS.items():
        if pattern.fullmatch(word):
            return (_FIRST_LETTERS.index(word[:2]),) if days is None else days
    return ()


def _part(word: str) -> str:
    return next((part for part, pattern in _PARTS.items() if pattern.fullmatch(word)), "")
