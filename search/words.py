"""The words of an entry as every engine keeps them, zone by zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from search.contract import Entry
from search.danish import Analyser, Analysis
from search.text import encodable

#: Stands between two names, so that no phrase reads from the end of one into the beginning of the next; and in place of
#: no word at all, since one engine leaves entries without words out of a zone's average length, and the other does not.
GAP = "|"
#: So many different names are remembered: labels and everyday names are the same on very many entries.
_REMEMBERED = 16_384


@dataclass(frozen=True, slots=True)
class Words:
    """What each zone holds in order and in no order, and every word as it was written."""

    zones: dict[str, Analysis]
    written: tuple[str, ...]


class EntryWords:
    """Reads the words of entries."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._name = lru_cache(_REMEMBERED)(self._read)

    def of(self, entry: Entry) -> Words:
        read = {
            "title": [self._read(entry.title)],
            "labels": [self._name(name) for name in entry.labels],
            "concepts": [self._name(name) for name in entry.concepts],
            "summary": [self._read(entry.summary)],
            "text": [self._read(entry.text)],
        }
        zones = {zone: _joined([analysis for analysis, _ in several]) for zone, several in read.items()}
        written = dict.fromkeys(word for several in read.values() for _, words in several for word in words)
        return Words(zones, tuple(written))

    def _read(self, text: str) -> tuple[Analysis, tuple[str, ...]]:
        text = encodable(text)
        return self._analyser.analyse(text), tuple(dict.fromkeys(token.text for token in self._analyser.tokens(text)))


def _joined(several: Iterable[Analysis]) -> Analysis:
    sequence: list[str] = []
    bag: list[str] = []
    for analysis in several:
        if analysis.sequence and sequence:
            sequence.append(GAP)
        sequence += analysis.sequence
        bag += analysis.bag
    return Analysis(tuple(sequence) or (GAP,), tuple(bag) or (GAP,))
