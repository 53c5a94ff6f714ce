"""The time that the words of a search wish for: "åbent nu", "i morgen kl. 19", "søndag aften", "formiddage på hverdage".

A day that is counted from today is one day, and its hours are asked for to the minute. A weekday is every one of them, since
hours are told by the week, and an hour of it stands for its part of the day.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from directory.facets.when import NIGHT, parts_on
from directory.find import english_time
from directory.find.time_words import TimeWord, time_words
from directory.weekdays import stretch


@dataclass(frozen=True, slots=True)
class TimeWish:
    """A time that was read: the words that said it, and either a day counted from today or values of the facet "when"."""

    typed: str = ""
    opening: str = ""  # a name of `OPENINGS`
    part: str = ""  # of that day: "morning", "afternoon", "evening", "night"; empty for all of it
    when: tuple[str, ...] = ()
    clock: tuple[time, time | None] | None = None  # of that day, as `Clock` has it

    @property
    def narrows(self) -> tuple[str, ...]:
        """What of a search it is about, as `Query.wished` has it."""
        return ("open",) if self.opening else ("when",) if self.when else ()

    @property
    def is_night(self) -> bool:
        """Whether it is at night."""
        return self.part == NIGHT or any(value.endswith(NIGHT) for value in self.when)


NO_TIME = TimeWish()

#: With more words than this beside the time somebody tells rather than asks; of today and tomorrow people tell sooner.
_MOST_BESIDE, _MOST_BESIDE_TODAY = 6, 2
#: With one of these somebody asks for something, in however long a sentence.
_ASKING = english_time.ASKING | english_time.word_set("hvor søger leder findes sted steder tilbud gerne brug lave")
#: Many tell how their nights are, and ask for no place that is open then: only beside these, and alone, a night is a wish.
_NIGHT_PLACES = english_time.NIGHT_PLACES | english_time.word_set(
    "sove overnatte overnatning seng sovested soveplads natcafé natcafe værested varmestue herberg forsorgshjem krisecenter "
    "café cafe telefon rådgivning chat hjælp ring ringe tale snakke med nogen en et til at"
)
#: With one of these, and none of the others, somebody tells of a person, and of when it is so.
_TELLING = english_time.TELLING | english_time.word_set(
    "jeg mig min mit mine vi os vores han hun ham hende hans hendes man sig har er var ikke føler bliver sidder sover drikker "
    "tager ryger græder keder"
)
#: By itself it may be tomorrow as well as the morning.
_UNSURE = "morgen"
_WEEKEND = {5, 6}
_TIMES = frozenset(("day", "part", "ahead", "clock"))
#: Beside one of these a bare number is an hour.
_COMPANY = frozenset(("day", "part", "ahead", "open"))
_BEFORE = frozenset(("small", "early"))


def read_time(
    text: str, unread: Collection[str] = (), is_told: Callable[[str], bool] | None = None, *, english: bool = False
) -> TimeWish:
    """The first time that the text wishes for. What somebody took back is not read.

    `is_told` says of a stretch of the text whether it belongs to a phrase that means something else. Words that say that
    it is to be open are a wish wherever they stand. `english` reads small words as those of that language.
    """
    kept = {typed.casefold() for typed in unread}
    for words in map(_trimmed, time_words(text, english=english)):
        wish = _wish(words, text[words[0].start : words[-1].end]) if words else NO_TIME
        if not wish.typed or wish.typed.casefold() in kept:
            continue
        asks = _asks(text, wish, english=english) and not (is_told and is_told(wish.typed))
        if asks or any(word.kind == "open" for word in words):
            return wish
    return NO_TIME


def _trimmed(run: Sequence[TimeWord]) -> Sequence[TimeWord]:
    """A run without the small words around it that belong to the rest of the text; empty where no time is in it."""
    if _COMPANY.isdisjoint(word.kind for word in run):
        run = [word for word in run if word.sure]
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
    clock = _clock(words)
    if clock:
        days = list(dict.fromkeys(day for word in words for day in word.days))
        when = parts_on(days, *clock)
    if when:
        return TimeWish(typed, when=when) if typed.casefold() != _UNSURE else NO_TIME
    return TimeWish(typed, "now") if {"open", "now"}.issubset(kinds) else NO_TIME


def _on_a_day(words: Sequence[TimeWord], typed: str) -> TimeWish:
    ahead = next(word.ahead for word in words if word.kind == "ahead")
    early = "morning" if any(word.kind == "early" for word in words) else ""
    part = next((word.part for word in words if word.part), early)
    return TimeWish(typed, ahead, part, clock=None if part else _clock(words))


def _clock(words: Sequence[TimeWord]) -> tuple[time, time | None] | None:
    """The hours that a run names; none where a part of the day says more of them: "klokken syv om aftenen"."""
    if any(word.part for word in words):
        return None
    return next((word.clock for word in words if word.clock), None)


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


def _asks(text: str, wish: TimeWish, *, english: bool) -> bool:
    """Whether the text asks for something at that time, and does not tell how it is then."""
    beside = text.casefold().replace(wish.typed.casefold(), " ").split()
    if not _ASKING.isdisjoint(beside):
        return True
    if wish.is_night and not _NIGHT_PLACES.issuperset(beside):
        return False
    telling = _TELLING | english_time.TELLING_IN_ENGLISH if english else _TELLING
    return telling.isdisjoint(beside) and len(beside) <= (_MOST_BESIDE_TODAY if wish.opening else _MOST_BESIDE)
