"""Measures hits against judgments: nDCG of the first ten, recall of the first twenty."""

from collections.abc import Callable, Mapping, Sequence

import ir_measures

from tests.search import judged

#: Grade 1 is worth 1, grade 2 is worth 3, grade 3 is worth 7.
NDCG = ir_measures.nDCG(gains={2: 3, 3: 7}) @ 10
RECALL = ir_measures.R(rel=2) @ 20

Searching = Callable[[dict], Sequence[str]]


class Measured:
    """What a way to search makes of the judged queries."""

    def __init__(self, search: Searching) -> None:
        self.found = {query["qid"]: list(search(query)) for query in judged.queries()}
        self._judged = {query["qid"]: query["judgments"] for query in judged.queries() if query["judgments"]}
        run = {
            qid: {key: float(len(ids) - n) for n, key in enumerate(ids)}
            for qid, ids in self.found.items()
            if qid in self._judged
        }
        whole = ir_measures.calc([NDCG, RECALL], self._judged, run)
        self.means: Mapping[object, float] = whole.aggregated
        self.each = {one.query_id: one.value for one in whole.per_query if one.measure == NDCG}

    @property
    def empty(self) -> float:
        """The share of queries that have right answers and got none at all."""
        return sum(not self.found[qid] for qid in self._judged) / len(self._judged)
