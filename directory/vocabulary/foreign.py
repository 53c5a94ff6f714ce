"""English and slang that ship with the code, in the words that offers use."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from search import Foreign

_FILE = Path(__file__).parent.parent / "data" / "foreign_words.json"


@cache
def _read() -> dict[str, Any]:
    return dict(json.loads(_FILE.read_text(encoding="utf-8")))


def words() -> tuple[Foreign, ...]:
    every = _read()["english"] | _read()["slang"]
    return tuple(Foreign(phrase, danish) for phrase, danish in every.items())


def stop() -> frozenset[str]:
    """The little words of English."""
    return frozenset(_read()["english_stop"])
