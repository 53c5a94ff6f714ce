"""Mends what was typed: missing Danish letters, words written apart, spelling. For queries only.

Never changes a word that the index knows, and never a word of crisis. What is mended is told: a missing letter is
restored silently ("folded"), the rest is shown to the reader, who can ask for the typed word instead.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from search.danish.analyser import Analyser
from search.danish.folding import digraph_key, loose_key, restorations, sound_key
from search.danish.neighbours import Neighbours
from search.danish.runs import RunTogether
from search.danish.tables import function_words, splitter_lists
from search.danish.tokens import Token

How = Literal["typed", "folded", "joined", "apart", "corrected", "translated", "unknown"]

#: Shorter words are left as they are: nearly every three letters are one mistake from a word.
MIN_LETTERS = 4
#: Two words written apart are joined when they make a word of at least this length.
MIN_JOINED = 6
#: Longer words may have two mistakes.
ONE_MISTAKE_UP_TO = 5
#: So many unknown words of one query are looked at for mistakes: nobody types more by mistake.
MOST_MENDED = 8
#: How many mended words are remembered.
REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Correction:
    """A word as typed, where it stood, the word to search for, and how one became the other.

    "unknown" is a word that was left alone though the index has neither it nor its lemmas nor all its parts.
    """

    typed: str
    used: str
    how: How
    start: int
    end: int


class Corrector:
    """Mends words by the words that the index has.

    `vocabulary` are those words with their frequencies; `domain_words` are words that editors have named (synonyms,
    taxonomy), which are meant more often than others; `crisis_words` are never changed.
    """

    def __init__(
        self,
        analyser: Analyser,
        vocabulary: Mapping[str, int],
        domain_words: Iterable[str] = (),
        crisis_words: Iterable[str] = (),
    ) -> None:
        self._analyser = analyser
        self._domain = frozenset(word for word in domain_words if " " not in word)
        self._crisis = frozenset(crisis_words)
        self._words = dict.fromkeys(self._domain, 0) | dict(vocabulary)
        self._sorted = sorted(self._words)
        self._by_digraphs = _keyed(self._words, digraph_key)
        self._by_loose = _keyed(self._words, loose_key)
        choices = {word for word in self._words if len(word) >= MIN_LETTERS - 1 and not _has_digit(word)}
        self._near = Neighbours(choices)
        #: The same on a keyboard without Danish letters: such a word may have a mistake beside.
        self._near_folded = Neighbours({key for key in self._by_digraphs if len(key) >= MIN_LETTERS})
        self._runs = RunTogether(analyser, self.known)
        self._mend = lru_cache(REMEMBERED)(self._mended)

    def correct(self, tokens: Sequence[Token]) -> list[Correction]:
        """What to search for, word by word; words that were written apart become one."""
        return list(self._corrections(tokens))

    def beginning(self, letters: str) -> list[str]:
        """The words that begin so, the most frequent first."""
        first, last = bisect_left(self._sorted, letters), bisect_left(self._sorted, letters + "\uffff")
        found = [word for word in self._sorted[first:last] if word != letters]
        return sorted(found, key=lambda word: (-self._words[word], word))

    def known(self, word: str) -> bool:
        """Whether the index has the word, in this form or as one of its lemmas."""
        return word in self._words or any(lemma in self._words for lemma in self._analyser.lemmas(word))

    def _corrections(self, tokens: Sequence[Token]) -> Iterator[Correction]:
        rest, mended = list(reversed(tokens)), 0
        while rest:
            token = rest.pop()
            if rest and (joined := self._joined(token.text, rest[-1].text)):
                after = rest.pop()
                yield Correction(f"{token.text} {after.text}", joined, "joined", token.start, after.end)
            elif mended >= MOST_MENDED:
                yield Correction(token.text, *self._alone(token.text), token.start, token.end)
            else:
                used, how = self._mend(token.text)
                mended += how in {"corrected", "unknown", "apart"}
                yield from (
                    _apart(token, used)
                    if how == "apart"
                    else (Correction(token.text, used, how, token.start, token.end),)
                )

    def _joined(self, first: str, second: str) -> str | None:
        """The word that two words make, when they were one to begin with."""
        if len(first + second) < MIN_JOINED or _has_digit(first + second):
            return None
        both = self.known(first) and self.known(second)
        # "for ældre" is not "forældre", and "om sorg" is not "omsorg".
        if both and first in function_words() and first in splitter_lists()["particle"]:
            return None
        for joined in (first + second, f"{first}s{second}", f"{first}-{second}"):
            if joined in self._words or (not both and self._analyser.dictionary.has_form(joined)):
                return joined
        return None

    def _mended(self, word: str) -> tuple[str, How]:
        if len(word) < MIN_LETTERS or _has_digit(word) or word in self._crisis or self.known(word):
            return self._alone(word)
        if found := self._folded(word):
            return found, "folded"
        if apart := self._runs.apart(word):
            # A long word with one wrong letter is likelier than three that were typed as one.
            near = self._likeliest(word, self._near.one_away(word))
            return (near, "corrected") if near else (apart, "apart")
        if found := self._corrected(word) or self._corrected_folded(word):
            return found, "corrected"
        used, how = self._alone(word)
        pair = self._runs.pair(word) if how == "unknown" and not self._analyser.dictionary.has_form(word) else None
        return (pair, "apart") if pair else (used, how)

    def _alone(self, word: str) -> tuple[str, How]:
        return word, "typed" if self.known(word) or self._made_of_known(word) else "unknown"

    def _made_of_known(self, word: str) -> bool:
        parts = self._analyser.parts(word)
        return bool(parts) and all(part in self._words for part in parts)

    def _folded(self, word: str) -> str | None:
        """The word with its Danish letters."""
        key = digraph_key(word)
        if found := self._by_digraphs.get(key) or (key if key in self._words else None):
            return found
        dictionary = self._analyser.dictionary
        if dictionary.has_form(word):
            # A word of its own is not a careless way to write another: "gade" is no "gåde".
            return None
        for restored in restorations(word):
            if dictionary.has_form(restored) or self._made_of_known(restored):
                return restored
        key = loose_key(word)
        return self._by_loose.get(key) or (key if key in self._words else None)

    def _corrected(self, word: str) -> str | None:
        """The word that was likely meant, if any word is near. A valid word is never taken for another one."""
        if self._analyser.dictionary.has_form(word):
            return None
        if self._made_of_known(word):
            near = self._same_parts(word)
        elif len(word) <= ONE_MISTAKE_UP_TO:
            near = self._near.one_away(word)
        else:
            near = self._near.two_away(word)
        return self._likeliest(word, near)

    def _corrected_folded(self, word: str) -> str | None:
        """The same for a word that was typed without Danish letters, or with others, and has a mistake beside."""
        key = digraph_key(word)
        if self._analyser.dictionary.has_form(word) or self._made_of_known(word) or len(key) <= ONE_MISTAKE_UP_TO:
            return None
        found = self._likeliest(key, self._near_folded.one_away(key))
        return self._by_digraphs[found] if found else None

    def _same_parts(self, word: str) -> dict[str, int]:
        """The words of the index that a compound is another way to write of."""
        if len(word) <= ONE_MISTAKE_UP_TO:
            return {}
        parts = self._analyser.parts(word)
        near = self._near.one_away(word)
        return {
            other: 1
            for other in near
            if other[0] == word[0] and (other in self._domain or (parts and parts == self._analyser.parts(other)))
        }

    def _likeliest(self, word: str, near: Mapping[str, int]) -> str | None:
        """Which of the words that are so many mistakes away was meant; None where there is none."""
        return min(near, key=lambda other: (self._price(word, other, near[other]), other), default=None)

    def _price(self, word: str, other: str, distance: int) -> float:
        """How unlikely it is that the other word was meant."""
        heard = OSA.distance(sound_key(word), sound_key(other))
        usual = min(3.0, (self._words.get(other, 0) + 1).bit_length() / 4)
        price = distance + 0.5 * heard - 0.12 * usual
        price += 0.6 if word[0] != other[0] else 0.0
        return price - (0.5 if other in self._domain else 0.0)


def _apart(token: Token, words: str) -> Iterator[Correction]:
    """Each of the words that were typed as one, at its place."""
    start = token.start
    for word in words.split():
        yield Correction(word, word, "apart", start, min(start + len(word), token.end))
        start += len(word)


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)


def _keyed(words: Mapping[str, int], key: Callable[[str], str]) -> dict[str, str]:
    """The most frequent word for each key; words that are their own key need no row."""
    found: dict[str, str] = {}
    for word in words:
        if (folded := key(word)) != word:
            rival = found.get(folded)
            if rival is None or (words[rival], rival) < (words[word], word):
                found[folded] = word
    return found


def count_words(analyser: Analyser, texts: Iterable[str]) -> dict[str, int]:
    """The vocabulary of texts: every word with its lemmas and parts, and how often it was seen."""
    counts: Counter[str] = Counter()
    for text in texts:
        for token in analyser.tokens(text):
            reading = analyser.reading(token.text)
            counts.update({token.text, reading.lemmas[0], *reading.others})
    return counts
