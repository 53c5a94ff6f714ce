"""Reads a Hunspell word list and writes out every form it stands for. Used only when the lexicon is built.

Understands what the Danish list uses: numbered flags, suffix rules whose results carry flags of their own (two levels
deep), and the `st:` and `al:` fields. Prefix rules make only place names with a compass point and are left out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FORBIDDEN, NEEDS_AFFIX, ONLY_IN_COMPOUND = 6, 8, 36
COMPOUND_FIRST = frozenset({32, 33})
COMPOUND_LAST = 34
#: A result is never expanded further than this; the list needs no more.
LEVELS = 2

Flags = frozenset[int]

_FIELD = re.compile(r"[ \t]+(?=[a-z]{2}:)")
_FLAGS = re.compile(r"/(\d+(?:,\d+)*)$")
_UNIT = re.compile(r"\[[^]]*\]|.")  # one place in a rule's condition: a letter, any letter, or a choice


@dataclass(frozen=True, slots=True)
class Suffix:
    """One way to end a word: cut `strip`, put `add`; the result carries `flags`."""

    strip: str
    add: str
    flags: Flags
    fits: re.Pattern[str]
    reach: int  # how many letters at the end of a word the condition looks at

    def on(self, word: str) -> str | None:
        """The word with this ending, or None when the rule is not for it."""
        start = len(word) - self.reach
        if start < 0 or not self.fits.match(word, start) or not word.endswith(self.strip):
            return None
        return word[: len(word) - len(self.strip)] + self.add


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a word, its flags, the lemma it names, and further forms it names."""

    word: str
    flags: Flags
    lemma: str
    also: tuple[str, ...] = ()

    @property
    def prefix(self) -> bool:
        """Whether it is only written before other words, as "ungdoms-" and "bio-" are."""
        return self.word.endswith("-")


@dataclass(frozen=True, slots=True)
class Form:
    """A surface that an entry stands for, and the places where it may stand."""

    text: str
    free: bool
    first: bool
    last: bool


Rules = dict[int, list[Suffix]]


def read_rules(path: Path) -> Rules:
    """The suffix rules of an .aff file, by flag."""
    rules: Rules = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        # The head of a group has four fields and only says how many rules follow.
        if len(fields) < 5 or fields[0] != "SFX":
            continue
        add, _, flags = fields[3].partition("/")
        rules.setdefault(int(fields[1]), []).append(
            Suffix(
                strip="" if fields[2] == "0" else fields[2],
                add="" if add == "0" else add,
                flags=frozenset(int(flag) for flag in flags.split(",") if flag),
                fits=re.compile(fields[4]),
                reach=len(_UNIT.findall(fields[4])),
            )
        )
    return rules


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of a .dic file that are one word; phrases are left out, since tokens never hold a space."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        head, *fields = _FIELD.split(line.strip())
        flags = _FLAGS.search(head)
        word = (head[: flags.start()] if flags else head).strip('"').removeprefix("-")
        if not word or " " in word:
            continue
        numbers = frozenset(int(flag) for flag in flags.group(1).split(",")) if flags else frozenset()
        if FORBIDDEN in numbers:
            continue
        stems = [field[3:].strip().lower() for field in fields if field.startswith("st:")]
        also = tuple(field[3:].strip() for field in fields if field.startswith("al:"))
        yield Entry(word, numbers, stems[0] if stems else word.lower().rstrip("-"), also)


def expand(entry: Entry, rules: Rules) -> Iterator[Form]:
    """Every form that the entry stands for."""
    yield from _expand(entry.word, entry.flags, rules, LEVELS)
    for text in entry.also:
        yield Form(text.lower(), free=True, first=False, last=False)


def _expand(word: str, flags: Flags, rules: Rules, levels: int) -> Iterator[Form]:
    yield _form(word, flags)
    if not levels:
        return
    for suffix in _suffixes(flags, rules):
        result = suffix.on(word)
        if result:
            yield from _expand(result, suffix.flags, rules, levels - 1)


def _form(word: str, flags: Flags) -> Form:
    # What ends in a hyphen says how to write enumerations ("børne- og unge..."); tokens have no end hyphens.
    whole = not word.endswith("-")
    return Form(
        word.lower(),
        free=whole and not flags & {NEEDS_AFFIX, ONLY_IN_COMPOUND},
        first=whole and bool(flags & COMPOUND_FIRST),
        last=whole and COMPOUND_LAST in flags,
    )


def _suffixes(flags: Iterable[int], rules: Rules) -> Iterator[Suffix]:
    for flag in sorted(flags):
        yield from rules.get(flag, ())
