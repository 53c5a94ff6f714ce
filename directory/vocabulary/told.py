"""How people tell of a topic without naming it: sentences that ship with the code."""

from functools import cache

from directory.seed_data import seed_data
from search import Told


@cache
def sentences() -> tuple[Told, ...]:
    return tuple(Told(tuple(row["topics"]), tuple(row["told"])) for row in seed_data("told_sentences.json"))
