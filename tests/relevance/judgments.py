"""The judged queries: what people ask, and which offers they should find."""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Literal

DATA = Path(__file__).resolve().parents[1] / "search" / "data"
#: From this grade on, an offer is an answer; below, it is not wrong to show it.
ANSWER = 2

Half = Literal["a", "b"]


@dataclass(frozen=True)
class Judged:
    """A query with the offers that fit, by the id of their source: 3 best, 1 least. None means that nothing fits."""

    qid: str
    text: str
    municipality: str | None
    style: tuple[str, ...]
    expect_crisis: str | None
    judgments: dict[str, int]
    note: str = ""


@dataclass(frozen=True)
class CrisisTexts:
    """What has to raise the card of crisis, and what would be wrong or hurtful to meet with it."""

    must: tuple[str, ...]
    must_not: tuple[str, ...]

    def only(self, wanted: Half) -> "CrisisTexts":
        """One half of both."""
        must, must_not = (tuple(text for text in texts if half(text) == wanted) for texts in (self.must, self.must_not))
        return CrisisTexts(must, must_not)


def half(text: str) -> Half:
    """The half that a text belongs to, always the same: rules are made on `a`, and proven on `b`."""
    return "a" if blake2b(text.encode(), digest_size=1).digest()[0] % 2 == 0 else "b"


@cache
def judged(name: str = "dev") -> tuple[Judged, ...]:
    """All queries of a set, in the order of its file."""
    rows = json.loads((DATA / f"relevance_{name}.json").read_text(encoding="utf-8"))
    return tuple(Judged(**row | {"style": tuple(row["style"])}) for row in rows)


@cache
def crises(name: str = "dev") -> CrisisTexts:
    read = json.loads((DATA / f"crisis_{name}.json").read_text(encoding="utf-8"))
    return CrisisTexts(tuple(text for text, _ in read["must"]), tuple(read["must_not"]))
