"""Patterns of crisis that ship with the code, so that every site has them at once, beside the phrases of its editors."""

from functools import cache
from typing import Any

from directory.seed_data import seed_data
from search import Slot


@cache
def _read() -> dict[str, Any]:
    return dict(seed_data("crisis_patterns.json"))


def patterns(topic: str) -> tuple[str, ...]:
    """What tells of the topic beside the editors' phrases."""
    return tuple(_read()["topics"].get(topic, ()))


def slots() -> tuple[Slot, ...]:
    return tuple(Slot(name, tuple(words)) for name, words in _read()["slots"].items())


def harmless() -> tuple[str, ...]:
    """What only looks like a crisis."""
    return tuple(_read()["harmless"])
