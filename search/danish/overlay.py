"""What editors say about words that the dictionary does not know, or knows too much of.

An overlay changes what is stored with entries: another overlay means another analysis version, and a reindex.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import cached_property

from search.danish.tables import DATA, rows


@dataclass(frozen=True)
class Overlay:
    """Additions to the dictionary and corrections of it, in lower case.

    `parts` may begin or end a compound; `never_split` are lemmas or forms that are not taken apart; `lemmas` are
    (word, lemmas in order), in place of the dictionary's; `dropped` are (word, lemma) readings that nobody means.
    """

    parts: frozenset[str] = frozenset()
    never_split: frozenset[str] = frozenset()
    lemmas: tuple[tuple[str, tuple[str, ...]], ...] = ()
    dropped: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def from_rows(cls, table: Iterable[list[str]]) -> "Overlay":
        """An overlay from rows of (what, word, value), where what is part, never-split, lemmas or drop."""
        parts, never_split, lemmas, dropped = set(), set(), {}, set()
        for what, word, *values in table:
            match what:
                case "part":
                    parts.add(word)
                case "never-split":
                    never_split.add(word)
                case "lemmas":
                    lemmas[word] = tuple(values[0].split())
                case "drop":
                    dropped.update((word, lemma) for lemma in values[0].split())
                case _:
                    raise ValueError(
                        f"An overlay has no rows of the kind {what!r}: say part, never-split, lemmas or drop."
                    )
        return cls(frozenset(parts), frozenset(never_split), tuple(sorted(lemmas.items())), frozenset(dropped))

    def with_more(self, other: "Overlay") -> "Overlay":
        """This overlay with what another says as well; where both name a word's lemmas, the other is right."""
        return Overlay(
            self.parts | other.parts,
            self.never_split | other.never_split,
            tuple(sorted({**dict(self.lemmas), **dict(other.lemmas)}.items())),
            self.dropped | other.dropped,
        )

    @cached_property
    def lemmas_of(self) -> dict[str, tuple[str, ...]]:
        """The lemmas that the overlay gives, by word."""
        return dict(self.lemmas)

    @cached_property
    def dropped_of(self) -> dict[str, frozenset[str]]:
        """The readings that the overlay drops, by word."""
        found: dict[str, set[str]] = defaultdict(set)
        for word, lemma in self.dropped:
            found[word].add(lemma)
        return {word: frozenset(lemmas) for word, lemmas in found.items()}

    def digest(self) -> bytes:
        """All that the overlay says, in one order."""
        ordered = [sorted(each) if isinstance(each, frozenset) else each for each in astuple(self)]
        return repr(ordered).encode()


#: Nothing added and nothing corrected: what the dictionary alone does.
NONE = Overlay()
#: What every installation begins with.
DEFAULT = Overlay.from_rows(rows(DATA / "overlay.tsv"))
