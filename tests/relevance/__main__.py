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
    from tests.relevance import baselines, measuring, report, systems  # noqa: PLC0415 - they read the models
    from tests.relevance.judgments import crises, judged  # noqa: PLC0415
    from tests.relevance.timing import times  # noqa: PLC0415

    site = systems.Site()
    with tempfile.TemporaryDirectory(prefix="vejviser-baseline-") as scratch:
        tried = [site]
        if not asked.alone:
            tried += [baselines.Wagtail(), baselines.Stemmed(Path(scratch) / "index")]
        runs = {
            name: {system.name: measuring.measured(system, judged(name)) for system in tried} for name in measuring.SETS
        }
    ours = {name: run[site.name] for name, run in runs.items()}
    for name, run in runs.items():
        show([name], report.overview(run), report.honesty(ours[name]), report.crisis(ours[name]))
    show(report.trust(measuring.sets(ours)))
    fresh = crises("dev2")
    cards = {"dev": crises(), "dev2, half a": fresh.only("a"), "dev2, half b": fresh.only("b")}
    show(report.cards({name: measuring.crisis_found(site, texts) for name, texts in cards.items()}))
    show(report.timing(times([one for name in measuring.SETS for one in judged(name)])))
    look_closer(asked, [row for rows in ours.values() for row in rows])


def look_closer(asked: argparse.Namespace, every: list) -> None:
    """Show and keep what was asked for beside the means: the worst queries, what changed since a kept run."""
    from tests.relevance import comparing, report  # noqa: PLC0415 - they read the models

    if asked.worst:
        show(report.worst(every, asked.worst))
    if asked.against:
        show(comparing.against(asked.against, every))
    if asked.save:
        comparing.save(asked.save, every)


def numbers() -> None:
    """The numbers that the gate holds."""
    from tests.relevance import measuring, systems  # noqa: PLC0415 - they read the models

    print(json.dumps(measuring.numbers(systems.Site())))


def show(*parts: list[str]) -> None:
    sys.stdout.write("\n\n".join("\n".join(lines) for lines in parts) + "\n\n")


if __name__ == "__main__":
    main()
