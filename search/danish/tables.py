"""The short hand-made tables of Danish that lie in `data/`: they are the project's own and small enough to read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

#: An irregular plural keeps its lemma with these after it: "børnenes" is "barn" too.
PLURAL_ENDINGS = ("", "ne", "s", "nes", "ene", "enes")


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of a tab-separated file; lines that begin with # are comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


@cache
def irregular_plurals() -> Mapping[str, str]:
    """The lemma of every form of the plurals that change their vowel."""
    return {
        plural + ending: lemma for plural, lemma in rows(DATA / "irregular_plurals.tsv") for ending in PLURAL_ENDINGS
    }


@cache
def splitter_lists() -> Mapping[str, frozenset[str]]:
    """The closed lists of the compound splitter: "particle", "ending" and "short"."""
    lists: dict[str, set[str]] = defaultdict(set)
    for name, item in rows(DATA / "splitter_lists.tsv"):
        lists[name].add(item)
    return {name: frozenset(items) for name, items in lists.items()}


@cache
def function_words() -> frozenset[str]:
    """Words that hold a sentence together and say nothing about what is asked for."""
    return frozenset(word for row in rows(DATA / "function_words.tsv") for word in row[0].split())


def digest() -> bytes:
    """All that the tables of the analysis say, for its version."""
    names = ("irregular_plurals.tsv", "splitter_lists.tsv")
    return b"".join((DATA / name).read_bytes() for name in names)
