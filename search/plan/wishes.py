"""Wishes read from the words of a query: places, ages, and facts such as "gratis". A wish lifts; only a place narrows."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from search.contract import Near, Wish
from search.danish import Token
from search.facts import UNKNOWN
from search.plan.clauses import Lift
from search.plan.phrasebook import Phrasebook
from search.plan.stretches import words_in

_AGE = re.compile(r"(\d{1,3})(?:-?årige?)?")
_YEARS = {"år", "årig", "årige", "åring", "aar", "aarig"}
_BEFORE_AGE = {"over", "på", "er", "fyldt", "under"}
#: Before a number of years these words tell how long something took, or how long ago it was.
_SINCE = {"efter", "i", "siden", "for", "gennem", "hver", "af"}
_I = {"jeg", "han", "hun", "som"}
_OLDEST = 120
#: What an offer for just that age is worth, and one that does not tell, beside those for other ages.
_FITTING, _UNTOLD = 2.0, 1.6
#: What an offer in the place that somebody names is worth.
_THERE = 3.0


@dataclass(frozen=True, slots=True)
class WishFacets:
    """The names of the facets that wishes are about; `place` and `age` are empty where there is no such facet."""

    place: str = ""
    age: str = ""
    facts: frozenset[str] = frozenset()
    #: Facets whose words are searched for all the same, since texts tell them more often than facts do.
    lifting: frozenset[str] = frozenset()


#: Where nothing can be wished for.
NO_WISHES = WishFacets()


@dataclass(slots=True)
class Wished:
    """What is wished for, and the words that were used up by saying it."""

    wishes: list[Wish] = field(default_factory=list)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lifts: list[Lift] = field(default_factory=list)
    near: Near | None = None
    age: int | None = None
    used: set[int] = field(default_factory=set)
    #: Words of what the reader does not want to be read as a wish: they lift, and are not demanded.
    unread: set[int] = field(default_factory=set)


class WishReader:
    """Reads wishes by a site's phrasebook and the names of its facets."""

    def __init__(self, book: Phrasebook, facets: WishFacets, unread: Collection[str] = ()) -> None:
        self._book = book
        self._facets = facets
        self._unread = frozenset(typed.casefold() for typed in unread)

    def read(
        self, text: str, tokens: Sequence[Token], rows: Sequence[tuple[str, ...]], aside: Collection[int] = ()
    ) -> Wished:
        """What the words wish for; those at the places `aside` have been read already, and wish for nothing more."""
        wished = Wished(used=set(aside), unread=words_in(text, tokens, self._unread))
        if self._facets.place:
            self._read_place(wished, text, tokens)
        self._read_facts(wished, text, tokens, rows)
        if self._facets.age:
            self._read_age(wished, text, tokens)
        return wished

    def _read_place(self, wished: Wished, text: str, tokens: Sequence[Token]) -> None:
        where = self._book.places.find(text, tokens)
        if where is None or wished.used.intersection(where.words):
            return
        typed = _typed(text, tokens, where.words)
        if self._taken_back(typed):
            return
        place = where.place
        label = place.label or place.names[0]
        if place.municipality:
            values = (place.municipality, *self._book.vocabulary.everywhere)
            wished.places[self._facets.place] = values
            wished.lifts.append(Lift(self._facets.place, place.municipality, _THERE))
        wished.near = Near(place.lat, place.lon, None, label)
        wished.wishes.append(Wish("place", typed, self._facets.place, place.municipality, label))
        wished.used.update(where.words)

    def _read_facts(self, wished: Wished, text: str, tokens: Sequence[Token], rows: Sequence[tuple[str, ...]]) -> None:
        for found in self._book.wishes.find(rows):
            word = found.what
            if wished.used.intersection(found.words) or word.facet not in self._facets.facts:
                continue
            if word.facet in self._facets.lifting:
                if wished.unread.isdisjoint(found.words):
                    wished.lifts.append(Lift(word.facet, word.value))
                continue
            typed = _typed(text, tokens, found.words)
            if self._taken_back(typed):
                continue
            wished.facts[word.facet] = (*wished.facts.get(word.facet, ()), word.value)
            wished.lifts.append(Lift(word.facet, word.value))
            wished.wishes.append(Wish("facet", typed, word.facet, word.value, word.label or word.phrase))
            wished.used.update(found.words)

    def _read_age(self, wished: Wished, text: str, tokens: Sequence[Token]) -> None:
        for at, token in enumerate(tokens):
            match = _AGE.fullmatch(token.text)
            if at in wished.used or not match or int(match[1]) > _OLDEST:
                continue
            words = self._age_words([token.text for token in tokens], at)
            if not words:
                continue
            typed = _typed(text, tokens, words)
            if self._taken_back(typed):
                return
            wished.age, age = int(match[1]), str(int(match[1]))
            # Most offers do not tell an age, and are open to it.
            wished.facts[self._facets.age] = (age, UNKNOWN)
            wished.lifts += [Lift(self._facets.age, age, _FITTING), Lift(self._facets.age, UNKNOWN, _UNTOLD)]
            wished.wishes.append(Wish("facet", typed, self._facets.age, age, f"{age} år"))
            wished.used.update(words)
            return

    def _age_words(self, texts: Sequence[str], at: int) -> tuple[int, ...]:
        """The words that say an age with the number at this place; none when the number is no age."""
        before = texts[at - 1] if at else ""
        after = (at + 1,) if at + 1 < len(texts) and texts[at + 1] in _YEARS else ()
        if before in _SINCE:
            return ()
        told = (at - 1,) if before in _BEFORE_AGE else ()
        of_somebody = at > 1 and (
            (before == "er" and texts[at - 2] in _I)
            or (before == "på" and texts[at - 2] in self._book.vocabulary.family)
        )
        if "år" in texts[at] or after or before in {"over", "under"} or of_somebody:
            return (*told, at, *after)
        return ()

    def _taken_back(self, typed: str) -> bool:
        """Whether the reader does not want these words to be read as a wish."""
        return typed.casefold() in self._unread


def _typed(text: str, tokens: Sequence[Token], words: Sequence[int]) -> str:
    return text[tokens[min(words)].start : tokens[max(words)].end]
