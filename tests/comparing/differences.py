"""Where two answers differ, which differences are the same one, and which are meant."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

#: HTML and JSON have long lines: they are broken where an element or a row ends, so that a difference is small.
_PIECES = re.compile(r"(?<=\n)|(?<=>)(?=<)|(?<=},)")


@dataclass(frozen=True)
class Expected:
    """A difference that is meant: a line that goes or comes is one when the pattern is found in it."""

    pattern: str
    reason: str
    #: Only at addresses in which this is found.
    address: str = ""

    def covers(self, address: str, line: str) -> bool:
        return bool(re.search(self.address, address) and re.search(self.pattern, line))


@dataclass
class Difference:
    """The same lines that go and come, at every address where they do."""

    diff: list[str]
    addresses: list[str] = field(default_factory=list)


def differing(old: str, new: str) -> list[str]:
    """A unified diff without its heading; empty when the two are equal to the last byte."""
    # An end of line is a sign like any other.
    before, after = ([piece.replace("\n", "↵") for piece in _PIECES.split(text) if piece] for text in (old, new))
    return list(difflib.unified_diff(before, after, n=1, lineterm=""))[2:]


def changed(diff: Iterable[str]) -> list[str]:
    """The lines that go and come, with their signs."""
    return [line for line in diff if line.startswith(("-", "+"))]


def grouped(found: dict[str, list[str]]) -> list[Difference]:
    """The differences of many addresses, each once; the most frequent first."""
    groups: dict[tuple[str, ...], Difference] = {}
    for address, diff in found.items():
        groups.setdefault(tuple(changed(diff)), Difference(diff)).addresses.append(address)
    return sorted(groups.values(), key=lambda group: -len(group.addresses))


def reasons(address: str, diff: list[str], expected: Iterable[Expected]) -> set[Expected]:
    """The expectations that together cover every line that goes or comes; none when a line is left over."""
    covering = [[one for one in expected if one.covers(address, line)] for line in changed(diff)]
    return {ones[0] for ones in covering} if all(covering) else set()
