"""English and slang that ship with the code, in the words that offers use."""

from functools import cache
from typing import Any

from directory.seed_data import seed_data
from search import Foreign


@cache
def _read() -> dict[str, Any]:
    return dict(seed_data("foreign_words.json"))


def words() -> tuple[Foreign, ...]:
    every = _read()["english"] | _read()["slang"]
    return tuple(Foreign(phrase, danish) for phrase, danish in every.items())


def stop() -> frozenset[str]:
    """The little words of English."""
    return frozenset(_read()["english_stop"])
