"""`make relevance`: measures the search on judged queries, beside two baselines."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.relevance.site import opened


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.relevance", description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N queries that lose most")
    parser.add_argument("--query", metavar="TEXT", help="explain one query instead of measuring")
    parser.add_argument("--municipality", metavar="NAME", help="where that query is asked (default: everywhere)")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write the values of every query to a file")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with such a file, query by query")
    parser.add_argument("--alone", action="store_true", help="without the baselines")
    parser.add_argument("--fresh", action="store_true", help="load the offers again, whatever was kept")
    parser.add_argument("--json", action="store_true", help="print the numbers of the search as JSON, nothing else")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    with opened(fresh=asked.fresh):
        # These read the models, which exist once the site is open.
        from tests.relevance.explaining import explained  # noqa: PLC0415

        if asked.query:
            show(explained(asked.query, asked.municipality))
        elif asked.json:
            numbers()
        else:
            measure(asked)


def measure(asked: argparse.Namespace) -> None:
    """Ask everything, and tell."""
    from tests.relevance import baselines, comparing, report, systems  # noqa: PLC0415 - they read the models
    from tests.relevance.judgments import judged  # noqa: PLC0415
    from tests.relevance.measuring import measured  # noqa: PLC0415
    from tests.relevance.timing import times  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="vejviser-baseline-") as scratch:
        tried = [systems.Site()]
        if not asked.alone:
            tried += [baselines.Wagtail(), baselines.Stemmed(Path(scratch) / "index")]
        runs = {system.name: measured(system, judged()) for system in tried}
    ours = next(iter(runs.values()))
    show(report.overview(runs), report.honesty(ours), report.crisis(ours), report.timing(times(judged())))
    if asked.worst:
        show(report.worst(ours, asked.worst))
    if asked.against:
        show(comparing.against(asked.against, ours))
    if asked.save:
        comparing.save(asked.save, ours)


def numbers() -> None:
    """The numbers that the gate holds."""
    from tests.relevance.judgments import judged  # noqa: PLC0415 - its neighbours read the models
    from tests.relevance.measuring import alarms, candour, measured, reach, summary  # noqa: PLC0415
    from tests.relevance.systems import Site  # noqa: PLC0415

    rows = measured(Site(), judged())
    told, crisis, honest = summary(rows), alarms(rows), candour(rows)
    more = {
        "found nothing": told.empty,
        "crisis seen": crisis.seen / crisis.expected,
        "false alarms": len(crisis.false),
    }
    more |= {"nothing fits, said": honest.said / honest.expected, "nothing fits, wrongly": len(honest.wrongly)}
    print(json.dumps(told.values | more | reach(Site())))


def show(*parts: list[str]) -> None:
    sys.stdout.write("\n\n".join("\n".join(lines) for lines in parts) + "\n\n")


main()
