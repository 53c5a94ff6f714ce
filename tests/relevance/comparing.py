"""Two runs side by side, query by query: a mean hides what a change took away."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.relevance.measuring import NDCG, Measured

#: Smaller differences are no news.
_NEWS = 0.005


def save(path: Path, rows: Sequence[Measured]) -> None:
    """Write the values of every query down, to be compared with later."""
    told = {row.judged.qid: row.values for row in rows if row.values}
    path.write_text(json.dumps(told, indent=1) + "\n")


def against(path: Path, rows: Sequence[Measured]) -> list[str]:
    """What became better and what became worse since that run."""
    before: Mapping[str, Mapping[str, float]] = json.loads(path.read_text())
    counted = [row for row in rows if row.values and row.judged.qid in before]
    gains = {row.judged.qid: row.values[NDCG] - before[row.judged.qid][NDCG] for row in counted}
    moved = sorted(
        (row for row in counted if abs(gains[row.judged.qid]) >= _NEWS), key=lambda row: -gains[row.judged.qid]
    )
    better = sum(gains[row.judged.qid] > 0 for row in moved)
    lines = [
        (
            f"Against {path.name}: {NDCG} {sum(gains.values()) / max(1, len(counted)):+.4f}, "
            f"{better} better, {len(moved) - better} worse"
        )
    ]
    return lines + [
        f"  {gains[row.judged.qid]:+.3f} to {row.values[NDCG]:.3f}  {row.judged.qid} {row.judged.text}" for row in moved
    ]
