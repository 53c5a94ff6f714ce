"""Finds words that are one or two mistakes away, among very many, without looking at each.

A mistake is a letter too many, too few or another one, or two neighbours swapped (optimal string alignment). Words are
kept by their halves. Of two words that are two mistakes apart either one half is the same, or both halves have one
mistake; and what one mistake makes of a half is few enough to be written down and looked up. A swap across the middle
spoils both halves at once, so it is undone first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøåé-"
#: Longer words have too many possible mistakes, and are rarely typed.
MAX_LETTERS = 30


class Neighbours:
    """Words to be found by words that are nearly the same."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = frozenset(words)
        self._heads: dict[str, list[str]] = defaultdict(list)
        self._tails: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            middle = len(word) // 2
            self._heads[word[:middle]].append(word)
            self._tails[word[middle:]].append(word)

    def one_away(self, word: str) -> dict[str, int]:
        """The words at most one mistake away, with their distances."""
        found = {each: 1 for each in _one_mistake(word) if each in self._words} if len(word) <= MAX_LETTERS else {}
        if word in self._words:
            found[word] = 0
        return found

    def two_away(self, word: str) -> dict[str, int]:
        """The words at most two mistakes away, with their distances."""
        if len(word) > MAX_LETTERS:
            return {}
        likely = {*self._sharing_a_half(word), *self._with_a_mistake_in_each_half(word)}
        for swapped in _swapped_in_the_middle(word):
            likely.update(self._sharing_a_half(swapped))
        near = extract(word, likely, scorer=OSA.distance, score_cutoff=2, limit=None)
        return {str(other): int(distance) for other, distance, _ in near}

    def _sharing_a_half(self, word: str) -> Iterator[str]:
        shortest, longest = len(word) - 2, len(word) + 2
        for half in range(shortest // 2, longest // 2 + 1):
            yield from self._heads.get(word[:half], ())
        for half in range((shortest + 1) // 2, (longest + 1) // 2 + 1):
            yield from self._tails.get(word[-half:], ())

    def _with_a_mistake_in_each_half(self, word: str) -> Iterator[str]:
        middle = len(word) // 2
        for at in range(middle - 1, middle + 2):
            first, rest = word[:at], word[at:]
            tails = {long: self._tails_of(long, rest) for long in range(at - 1, at + 3) if abs(long - len(rest)) <= 1}
            for length in range(at - 1, at + 2):
                # The last half of a word is as long as the first, or one letter longer.
                fitting = tails.get(length, []) + tails.get(length + 1, [])
                heads = [head for head in _of_length(length, first) if head in self._heads] if fitting else ()
                for head in heads:
                    yield from (head + tail for tail in fitting if head + tail in self._words)

    def _tails_of(self, length: int, rest: str) -> list[str]:
        return [tail for tail in _of_length(length, rest) if tail in self._tails]


def _one_mistake(word: str) -> Iterator[str]:
    """Everything that one mistake makes of a word."""
    for length in range(len(word) - 1, len(word) + 2):
        yield from _of_length(length, word)


def _of_length(length: int, word: str) -> Iterator[str]:
    """What one mistake makes of a word, as far as it has the length."""
    if length < len(word):
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
    elif length > len(word):
        yield from (word[:at] + letter + word[at:] for at in range(length) for letter in _ALPHABET)
    else:
        yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(length - 1))
        yield from (word[:at] + letter + word[at + 1 :] for at in range(length) for letter in _ALPHABET)


def _swapped_in_the_middle(word: str) -> Iterator[str]:
    # The middle of the word that is meant lies at most two letters from the middle of this one.
    middle = len(word) // 2
    for at in range(max(0, middle - 3), min(len(word) - 1, middle + 2)):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
