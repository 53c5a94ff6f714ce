"""Patterns of crisis that ship with the code, so that every site has them at once, beside the phrases of its editors."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from search import Slot

_FILE = Path(__file__).parent.parent / "data" / "crisis_patterns.json"


@cache
def _read() -> dict[str, Any]:
    return dict(json.loads(_FILE.read_text(encoding="utf-8")))


def patterns(topic: str) -> tuple[str, ...]:
    """What tells of the topic beside the editors' phrases."""
    return tuple(_read()["topics"].get(topic, ()))


def slots() -> tuple[Slot, ...]:
    return tuple(Slot(name, tuple(words)) for name, words in _read()["slots"].items())


def harmless() -> tuple[str, ...]:
    """What only looks like a crisis."""
    return tuple(_read()["harmless"])
