"""The time that the words of a search wish for: "åbent nu", "i morgen tidlig", "søndag aften", "formiddage på hverdage".

A day that is counted from today is one day. A weekday is every one of them, since hours are told by the week.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from directory.find.time_words import TimeWord, time_words
from directory.weekdays import stretch


@dataclass(frozen=True, slots=True)
class TimeWish:
    """A time that was read: the words that said it, and either a day counted from today or values of the facet "when"."""

    typed: str = ""
    opening: str = ""  # a name of `OPENINGS`
    part: str = ""  # of that day: "morning", "afternoon", "evening"; empty for all of it
    when: tuple[str, ...] = ()

    @property
    def narrows(self) -> tuple[str, ...]:
        """What of a search it is about, as `Query.wished` has it."""
        return ("open",) if self.opening else ("when",) if self.when else ()


NO_TIME = TimeWish()

#: With more words than this beside the time somebody tells rather than asks; of today and tomorrow people tell sooner.
_MOST_BESIDE, _MOST_BESIDE_TODAY = 6, 2
#: With one of these somebody asks for something, in however long a sentence.
_ASKING = frozenset(["hvor", "søger", "leder", "findes", "sted", "steder", "tilbud", "gerne", "brug", "lave"])
#: With one of these, and none of the others, somebody tells of a person, and of when it is so.
_TELLING = frozenset(
    [
        "jeg",
        "mig",
        "min",
        "mit",
        "mine",
        "vi",
        "os",
        "vores",
        "han",
        "hun",
        "ham",
        "hende",
        "hans",
        "hendes",
        "man",
        "sig",
        "har",
        "er",
        "var",
        "ikke",
        "føler",
        "bliver",
        "sidder",
        "sover",
        "drikker",
        "tager",
        "ryger",
        "græder",
        "keder",
    ]
)
#: By itself it may be tomorrow as well as the morning.
_UNSURE = "morgen"
_WEEKEND = {5, 6}
_TIMES = frozenset(("day", "part", "ahead"))
_BEFORE = frozenset(("small", "early"))


def read_time(text: str, unread: Collection[str] = (), is_told: Callable[[str], bool] | None = None) -> TimeWish:
    """The first time that the text wishes for. What somebody took back is not read.

    `is_told` says of a stretch of the text whether it belongs to a phrase that means something else. Words that say that
    it is to be open are a wish wherever they stand.
    """
    kept = {typed.casefold() for typed in unread}
    for words in map(_trimmed, time_words(text)):
        wish = _wish(words, text[words[0].start : words[-1].end]) if words else NO_TIME
        if not wish.typed or wish.typed.casefold() in kept:
            continue
        if any(word.kind == "open" for word in words) or (_asks(text, wish) and not (is_told and is_told(wish.typed))):
            return wish
    return NO_TIME


def _trimmed(run: Sequence[TimeWord]) -> Sequence[TimeWord]:
    """A run without the small words around it that belong to the rest of the text; empty where no time is in it."""
    solid = [at for at, word in enumerate(run) if word.kind in _TIMES or word.kind == "open" or _says(word, run)]
    if not solid:
        return ()
    first, last = solid[0], solid[-1]
    while first and run[first - 1].kind in _BEFORE:
        first -= 1
    return run[first : last + 1]


def _says(word: TimeWord, run: Sequence[TimeWord]) -> bool:
    """Whether a word that mostly stands around a time says one in this run: "åbent nu", "i morgen tidlig"."""
    needed = {"now": "open", "early": "ahead"}.get(word.kind)
    return any(other.kind == needed for other in run)


def _wish(words: Sequence[TimeWord], typed: str) -> TimeWish:
    """What a run wishes for; nothing where it names no time, or more than one can be asked for at once."""
    kinds = [word.kind for word in words]
    if "ahead" in kinds:
        return _on_a_day(words, typed) if kinds.count("ahead") == 1 and "day" not in kinds else NO_TIME
    when = tuple(dict.fromkeys(value for days, parts in _days_and_parts(words) for value in _values(days, parts)))
    if when:
        return TimeWish(typed, when=when) if typed.casefold() != _UNSURE else NO_TIME
    return TimeWish(typed, "now") if {"open", "now"}.issubset(kinds) else NO_TIME


def _on_a_day(words: Sequence[TimeWord], typed: str) -> TimeWish:
    ahead = next(word.ahead for word in words if word.kind == "ahead")
    early = "morning" if any(word.kind == "early" for word in words) else ""
    return TimeWish(typed, ahead, next((word.part for word in words if word.part), early))


def _days_and_parts(words: Sequence[TimeWord]) -> Iterator[tuple[list[int], list[str]]]:
    """The weekdays that are named together, with the parts of them that are."""
    days: list[int] = []
    parts: list[str] = []
    before = ""
    for word in words:
        if word.kind == "day" and parts and (days or before == "and"):
            yield days, parts
            days, parts = [], []
        if word.days:
            days += stretch(days[-1], word.days[-1]) if days and before == "until" else word.days
        if word.part:
            parts.append(word.part)
        before = word.kind
    yield days, parts


def _values(days: list[int], parts: list[str]) -> list[str]:
    """As they stand in the index."""
    if days and parts:
        return [f"day-{day}-{part}" for day in days for part in parts]
    return parts or (["weekend"] if set(days) == _WEEKEND else [f"day-{day}" for day in days])


def _asks(text: str, wish: TimeWish) -> bool:
    """Whether the text asks for something at that time, and does not tell how it is then."""
    beside = text.casefold().replace(wish.typed.casefold(), " ").split()
    if not _ASKING.isdisjoint(beside):
        return True
    return _TELLING.isdisjoint(beside) and len(beside) <= (_MOST_BESIDE_TODAY if wish.opening else _MOST_BESIDE)
