"""As many offers as are asked for, made of the real ones: other towns, other times, their sentences in another order."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from search import Entry, name_key
from tests.search import judged

#: The facets of the site, with values as usual there; need, kind and municipality come from the real offers.
MADE = {
    "free": ("yes", "no", "unknown"),
    "access": ("drop_in", "book", "call_first", "assessed", "unknown"),
    "when": (*(f"day-{n}" for n in range(7)), "morning", "afternoon", "evening", "unknown"),
    "form": ("at_place", "online", "by_phone"),
    "language": ("da", "en", "ar", "unknown"),
    "level": ("everyday", "support", "treatment", "unknown"),
}
FACETS = ("municipality", "kind", "need", *MADE)


def offers(count: int) -> Iterator[Entry]:
    """The same ones every time."""
    draw = Random(1)
    real = list(judged.entries())
    towns = [place for place in judged.vocabulary().places if place.municipality]
    for number in range(count):
        yield _another(real[number % len(real)], number, draw, towns)


def _another(entry: Entry, number: int, draw: Random, towns: list) -> Entry:
    town = draw.choice(towns)
    sentences = entry.text.split(". ")
    draw.shuffle(sentences)
    title = f"{entry.title} {town.names[-1]} {number}"
    facets = {name: tuple(draw.sample(values, draw.choice((1, 1, 2)))) for name, values in MADE.items()}
    return replace(
        entry,
        id=f"offer:{number}",
        title=title,
        text=". ".join(sentences),
        name_key=name_key(title),
        facets={**entry.facets, **facets, "municipality": (town.municipality,)},
        points=((town.lat + draw.uniform(-0.1, 0.1), town.lon + draw.uniform(-0.1, 0.1)),),
    )
