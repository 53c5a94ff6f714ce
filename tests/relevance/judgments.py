"""The judged queries: what people ask, and which offers they should find."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "search" / "data" / "relevance_dev.json"
#: From this grade on, an offer is an answer; below, it is not wrong to show it.
ANSWER = 2


@dataclass(frozen=True)
class Judged:
    """A query with the offers that fit, by the id of their source: 3 best, 1 least. None means that nothing fits."""

    qid: str
    text: str
    municipality: str | None
    style: tuple[str, ...]
    expect_crisis: str | None
    judgments: dict[str, int]


@lru_cache(maxsize=1)
def judged() -> tuple[Judged, ...]:
    """All of them, in the order of the file."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Judged(**row | {"style": tuple(row["style"])}) for row in rows)
