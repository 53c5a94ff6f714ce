"""Days of the week as Danes write them: one by one ("tirsdag", "tors"), or several in a word ("hverdage", "dagligt")."""

import re

#: Their Danish names. As everywhere, Monday is 0.
NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_ONE = re.compile(r"(ma|ti|on|to|fr|lø|sø)|(man|tirs?|ons|tors?|fre|lør|søn)(dag(e|en)?)?")
_SEVERAL = {
    re.compile(r"alle (ugens )?dage|hver dag|dagligt"): range(7),
    re.compile(r"(alle )?hverdage?"): range(5),
    re.compile(r"weekend(en|er)?"): range(5, 7),
}


def days_of(word: str) -> list[int]:
    """The weekdays that a word in small letters names; none if it names none."""
    if _ONE.fullmatch(word):
        return [next(day for day, name in enumerate(NAMES) if name[:2] == word[:2])]
    return [day for words, days in _SEVERAL.items() if words.fullmatch(word) for day in days]


def stretch(first: int, last: int) -> list[int]:
    """From one weekday to another, both with it; over the weekend if the other comes earlier in the week."""
    return [(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)]
