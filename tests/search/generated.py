"""Queries as people and pages put them together, drawn from what is on offer; the same ones every time."""

from collections.abc import Iterator
from datetime import date
from random import Random

from search import Near, Query
from tests.search import judged
from tests.search.judged import FACETS, NATIONAL, entries, offers, vocabulary

SORTS = [None, None, None, "relevance", "distance", "name", "soonest", "newest", "verified"]
LETTERS = "abcdefghijklmnoprstuvyæøå"
LITTLE = ["i", "til", "for", "og", "med", "min", "ikke", "hvor er der", "jeg vil gerne", "over 18 år"]


class Generator:
    """Draws queries with one seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        rows = list(entries())
        self._texts = [text for row in rows for text in (row.title, *row.labels, *row.concepts[:5], row.text)]
        self._phrases = [phrase for group in vocabulary().groups for phrase in (group.head, *group.terms, *group.plain)]
        self._judged = [row["text"] for row in judged.queries()]
        self._towns = sorted({offer["city"] for offer in offers() if offer["city"]})
        self._places = [place for place in vocabulary().places if place.municipality]
        self._values = {name: sorted({value for row in rows for value in row.facets[name]}) for name in FACETS}

    def queries(self, count: int) -> Iterator[Query]:
        for _ in range(count):
            yield self._query()

    def _query(self) -> Query:
        draw = self._random
        return Query(
            text=self._text(),
            scope=self._scope(),
            facets={name: self._some(name) for name in FACETS if draw.random() < 0.15},
            counted=FACETS if draw.random() < 0.7 else (),
            near=self._near() if draw.random() < 0.15 else None,
            from_date=date(2026, 12, 1) if draw.random() < 0.03 else None,
            sort=draw.choice(SORTS),
            page=draw.choice([1, 1, 1, 1, 2, 3]),
            size=draw.choice([5, 20, 20, 50]),
            exactly=draw.random() < 0.1,
        )

    def _text(self) -> str:
        draw = self._random
        kind = draw.random()
        if kind < 0.08:
            return ""
        if kind < 0.2:
            return self._misspelt(draw.choice(self._phrases))
        if kind < 0.3:
            return self._misspelt(draw.choice(self._judged))
        source = draw.choice([self._texts, self._phrases]) if kind < 0.8 else self._texts
        words = [word for _ in range(draw.choice([1, 1, 2, 3])) for word in self._stretch(draw.choice(source))]
        if draw.random() < 0.3:
            words.insert(draw.randrange(len(words) + 1), draw.choice(LITTLE))
        if draw.random() < 0.12:
            words += ["i", draw.choice(self._towns)]
        return " ".join(self._misspelt(word) if draw.random() < 0.1 else word for word in words)

    def _stretch(self, text: str) -> list[str]:
        words = text.split()
        start = self._random.randrange(max(1, len(words)))
        return words[start : start + self._random.choice([1, 1, 2, 3])]

    def _misspelt(self, text: str) -> str:
        at = self._random.randrange(len(text) + 1)
        letter = self._random.choice(LETTERS)
        return self._random.choice([text[:at] + letter + text[at:], text[:at] + text[at + 1 :], text])

    def _scope(self) -> dict[str, tuple[str, ...]]:
        towns = ("Vejle", "Randers", "Slagelse")
        return {"municipality": (self._random.choice(towns), NATIONAL)} if self._random.random() < 0.6 else {}

    def _some(self, name: str) -> tuple[str, ...]:
        return tuple(self._random.sample(self._values[name], self._random.choice([1, 1, 2])))

    def _near(self) -> Near:
        place = self._random.choice(self._places)
        return Near(place.lat, place.lon, self._random.choice([None, 10.0, 50.0]), place.label)
