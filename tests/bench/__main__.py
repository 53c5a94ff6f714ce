"""`make bench`: sizes and engines by options; prints, asserts nothing."""

import argparse
import os
import sys

from tests.bench import engines, searching
from tests.bench.offers import offers
from tests.services.availability import ServiceMissing
from tests.services.elasticsearch import node


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--offers", type=int, nargs="+", default=[10_000, 100_000], help="how many there are")
    parser.add_argument("--pages", type=int, nargs="+", default=[10_000], help="how many there are on the whole site")
    parser.add_argument(
        "--without", choices=["engines", "elastic", "times", "pages"], nargs="*", default=[], help="what to leave out"
    )
    parser.add_argument("--seconds", type=float, default=10.0, help="how long pages are asked for")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    if "engines" not in asked.without:
        engines_of(asked)
    if "times" not in asked.without:
        times_of(asked)
    if "pages" not in asked.without:
        from tests.bench import pages  # noqa: PLC0415 - sets Django up, which the engines do without

        for size in asked.pages:
            for line in pages.report(asked.seconds, size):
                say(line)


def engines_of(asked: argparse.Namespace) -> None:
    """The embedded engine, and Elasticsearch where there is one."""
    say(searching.analysis(list(offers(380))))
    if "elastic" in asked.without:
        measure(asked, None)
    elif os.environ.get("SEARCH_URL"):
        measure(asked, os.environ["SEARCH_URL"])
    else:
        try:
            with node() as single:
                measure(asked, single.url)
        except ServiceMissing as missing:
            say(f"Without Elasticsearch: {missing}")
            measure(asked, None)


def times_of(asked: argparse.Namespace) -> None:
    """What opening hours cost, on the embedded engine."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    import django  # noqa: PLC0415 - the engines do without

    django.setup()
    from tests.bench import opening  # noqa: PLC0415 - needs the settings

    say("\nOpening hours")
    for size in asked.offers:
        for line in opening.report(size):
            say("  " + line)


def measure(asked: argparse.Namespace, url: str | None) -> None:
    for size in asked.offers:
        entries = list(offers(size))
        say(f"\n{size:,} offers, embedded")
        with engines.embedded() as bench:
            for line in searching.report(bench, entries, lambda: engines.bare_tantivy(entries)):  # noqa: B023 - used at once
                say("  " + line)
        if url:
            say(f"\n{size:,} offers, Elasticsearch")
            with engines.elastic(url) as bench:
                for line in searching.report(bench, entries, lambda: engines.bare_elastic(bench, entries)):  # noqa: B023 - used at once
                    say("  " + line)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
