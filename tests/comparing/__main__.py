"""`make compare OLD=commit`: what two commits answer on the same public addresses, and where they differ.

Each commit is prepared in a folder of its own, with the demonstration. Every address is asked of both at the same moment,
and again when they differ, so that a minute that ends between the two is no difference.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.comparing.addresses import Address, addresses
from tests.comparing.checkout import Checkout, commit_of
from tests.comparing.differences import differing, grouped, reasons
from tests.comparing.expected import EXPECTED
from tests.comparing.spelling import Spelling

TRIES = 3
#: So many addresses are named beside a difference that many have.
NAMED = 12


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.comparing", description=__doc__)
    parser.add_argument("old", type=commit_of, metavar="OLD_COMMIT")
    parser.add_argument("new", type=commit_of, nargs="?", default="HEAD", metavar="NEW_COMMIT")
    parser.add_argument(
        "--list", action="store_true", help="print every address with its status before the differences"
    )
    return parser.parse_args()


def main() -> int:
    asked, began = arguments(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="vejviser-comparing-") as folder:
        sides = [Checkout(asked.old, Path(folder) / "old"), Checkout(asked.new, Path(folder) / "new")]
        with ThreadPoolExecutor() as pool:
            list(pool.map(Checkout.prepare, sides))
        with sides[0] as old, sides[1] as new:
            found = compare(old, new, say if asked.list else None)
    say(f"It took {time.monotonic() - began:.0f} s.")
    return tell(found)


def compare(old: Checkout, new: Checkout, listed) -> dict[str, list[str]]:
    """The addresses at which the two differ, each with the diff."""
    before, after = old.begin(), new.begin()
    if before["today"] != after["today"]:
        raise SystemExit("Midnight came between the two; days of the demonstration differ. Compare again.")
    spellings = Spelling.of(before, after), Spelling.of(after, before)
    found, statuses, rows = {}, Counter(), addresses(before)
    for address in rows:
        status, diff = compared(old, new, address, spellings)
        statuses[status] += 1
        if listed:
            listed(f"{status} {address}")
        if diff:
            found[str(address)] = diff
    told = ", ".join(f"{number} with {status}" for status, number in sorted(statuses.items()))
    say(f"{len(rows)} addresses of {old.commit} and {new.commit}; {old.commit} answers {told}.")
    say(f"Written alike before they were compared: {alike(*spellings)}.")
    return found


def compared(
    old: Checkout, new: Checkout, address: Address, spellings: tuple[Spelling, Spelling]
) -> tuple[int, list[str]]:
    """The old status, and the diff that stays however often both are asked at the same moment."""
    for _ in range(TRIES):
        old.ask(address)
        new.ask(address)
        answers = old.read(), new.read()
        diff = differing(*(spelling.text(answer) for spelling, answer in zip(spellings, answers, strict=True)))
        if not diff:
            break
    return answers[0]["status"], diff


def alike(old: Spelling, new: Spelling) -> str:
    """What was spelled alike, for the reader to judge."""
    files = sorted({*old.files.values(), *new.files.values()})
    return (
        f"keys of {len(old.offers)} offers, hashes of {len(files)} static files ({', '.join(files[:NAMED]) or 'none'})"
    )


def tell(found: dict[str, list[str]]) -> int:
    """Print the differences: first how many are meant and why, then those that are not. How many those are."""
    meant = {address: reasons(address, diff, EXPECTED) for address, diff in found.items()}
    for one in EXPECTED:
        number = sum(one in used for used in meant.values())
        say(f"Meant at {number} addresses: {one.reason} ({one.pattern})")
    left = {address: diff for address, diff in found.items() if not meant[address]}
    for group in grouped(left):
        more = len(group.addresses) - NAMED
        say(
            f"\n=== {len(group.addresses)}: "
            + "\n    ".join(group.addresses[:NAMED])
            + (f"\n    and {more} more" * (more > 0))
        )
        say("\n".join(group.diff))
    say(f"{len(found)} addresses differ, {len(left)} of them unexpectedly.")
    return len(left)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
