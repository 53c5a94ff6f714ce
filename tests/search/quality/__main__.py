"""Prints how good the search is on the judged queries: `make relevance`. `--each` shows every query.

Beside it stands what one gets by taking an engine as it comes, measured in the same run.
"""

import sys
import tempfile
from pathlib import Path

from tests.search import judged
from tests.search.engines import embedded
from tests.search.quality.measuring import FIRST, NDCG, RECALL, Measured
from tests.search.quality.stock import Stock


def main() -> None:
    stock = Stock(judged.entries())
    with tempfile.TemporaryDirectory() as folder:
        engine = embedded(Path(folder), judged.vocabulary())
        engine.rebuild(judged.entries())
        ours = Measured(lambda query: engine.search(judged.query(query)).ids)
    theirs = Measured(lambda query: stock.search(query["text"], judged.query(query).scope.get("municipality", ())))
    print(f"{'':28}{'nDCG@10':>9}{'recall@20':>11}{'MRR':>7}{'empty':>8}")
    for name, measured in (("stock stemmer of the engine", theirs), ("this search", ours)):
        means = measured.means
        print(f"{name:28}{means[NDCG]:9.3f}{means[RECALL]:11.3f}{means[FIRST]:7.3f}{measured.empty:8.1%}")
    print("\nnDCG@10 by style, this search (stock stemmer)")
    other = theirs.by_style()
    for style, value in ours.by_style().items():
        print(f"  {style:16}{value:6.2f}  ({other[style]:.2f})")
    if "--each" in sys.argv:
        for query in judged.queries():
            print(f"{query['qid']} {ours.each.get(query['qid'], 0):5.2f}  {query['text']}")


if __name__ == "__main__":
    main()
