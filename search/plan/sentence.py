"""The words of a query in their order: which of them carry meaning, whose relative asks, and what is not wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from search.contract import Word
from search.plan.meaning import Content
from search.plan.phrasebook import Phrasebook

#: So many content words are asked for; the rest of a long text is left out.
MOST_WORDS = 12
#: From so many words on a text is told rather than typed: its words count by whether they name what offers are about.
TOLD_FROM = 3
#: So many words say something together, even where only one of them carries meaning by itself: "noget at stå op til".
SENTENCE_FROM = 3
_POSSESSIVE = {"min", "mit", "mine", "vores"}
_NOT = {"ikke", "undtagen", "uden"}
_WITHOUT = "uden"
#: After these words, or at the beginning, *ikke* says what is not wanted; after a verb it belongs to that: "kan ikke sove".
_BEFORE_NOT = {"men", "og", "eller", "helst", "gerne", "bare", "dog", "altså", "absolut", "med"}
_JOINING = {"men", "og", "dog"}
#: What may stand between *ikke* and what is not wanted.
_AFTER_NOT = {"noget", "nogen", "med", "om", "i", "på", "fra", "hos", "en", "et", "den", "det", "for", "af", "til"}


@dataclass(frozen=True)
class Sentence:
    """Words with their lemmas; `optional` are places of words that lift and are not demanded."""

    words: Sequence[Word]
    rows: Sequence[tuple[str, ...]]
    book: Phrasebook
    optional: frozenset[int] = frozenset()
    #: Whether it is to be taken word by word.
    plain: bool = False

    @cached_property
    def contents(self) -> list[Content]:
        """The words that carry meaning; words that carry little when there are no others."""
        for empty in (self.book.empty, self.book.vocabulary.stop, frozenset[str]()):
            kept: dict[tuple[str, ...], Content] = {}
            for at, word in enumerate(self.words):
                if word.used not in empty and at not in self.unwanted:
                    kept.setdefault(self.rows[at], Content(at, word.used, self.rows[at], word.how == "unknown"))
            if kept:
                return list(kept.values())[:MOST_WORDS]
        return []

    @cached_property
    def wanted(self) -> list[tuple[str, ...]]:
        """The lemmas of the words, none for those that are not wanted: no phrase is read from them."""
        return [() if at in self.unwanted else row for at, row in enumerate(self.rows)]

    @cached_property
    def unwanted(self) -> frozenset[int]:
        """The places of words that somebody does not want, with those that say so."""
        return frozenset(at for refused in self.refused for at in refused)

    @cached_property
    def refused(self) -> tuple[tuple[int, ...], ...]:
        """The places of each thing that is not wanted, the words that say so first; none when nothing else would be left."""
        texts = [word.used for word in self.words]
        found = tuple(filter(None, (self._refused(texts, at) for at in range(0 if self.plain else len(texts)))))
        refused = {at for places in found for at in places}
        left = any(text not in self.book.empty for at, text in enumerate(texts) if at not in refused)
        return found if left else ()

    def _refused(self, texts: Sequence[str], at: int) -> tuple[int, ...]:
        """The places from the word that refuses to what it refuses; none where it refuses no thing."""
        if texts[at] not in _NOT or at in self.optional:
            return ()
        if at and texts[at] != _WITHOUT and texts[at - 1] not in _BEFORE_NOT and not self._says_what(texts, at):
            return ()
        end = next((n for n in range(at + 1, len(texts)) if texts[n] not in _AFTER_NOT), None)
        if end is None or texts[end] in self.book.empty:
            return ()
        if texts[at] == _WITHOUT and not self.book.is_term(texts[end]):
            return ()
        joined = at and texts[at - 1] in _JOINING
        return tuple(range(at - 1 if joined else at, end + 1))

    def _says_what(self, texts: Sequence[str], at: int) -> bool:
        """Whether what follows is a thing: "ikke noget med kirken"; or a word without a verb before: "angst ikke gruppe"."""
        if texts[at + 1 : at + 3] == ["noget", "med"]:
            return True
        thing = next((text for text in texts[at + 1 :] if text not in _AFTER_NOT), "")
        return self.book.is_term(texts[at - 1]) and self.book.is_term(thing)

    @cached_property
    def relatives(self) -> int:
        """The bits of content words that name somebody close: "min mand", "mor til"."""
        bits = 0
        for n, content in enumerate(self.contents):
            before = self.words[content.at - 1].used if content.at else ""
            after = self.words[content.at + 1].used if content.at + 1 < len(self.words) else ""
            theirs = before in _POSSESSIVE or after == "til"
            if theirs and self.book.vocabulary.family.intersection((content.word, *content.lemmas)):
                bits |= 1 << n
        return bits

    @cached_property
    def incidental(self) -> int:
        """The bits of words in a text that is told, beside those that name what offers are about."""
        topics = [self.book.is_term(content.word) for content in self.contents]
        if len(topics) < TOLD_FROM or not any(topics):
            return 0
        return sum(1 << n for n, topic in enumerate(topics) if not topic)

    def meant(self, text: str) -> str:
        """The text as it is to be compared as a whole, without what is not wanted; empty when it is not to be.

        One word is not, nor a paragraph of the law, nor what is to be taken word by word.
        """
        said = len(self.contents) > 1 or (self.contents and len(self.words) >= SENTENCE_FROM)
        if not said or self.plain or any("§" in word.used for word in self.words):
            return ""
        if not self.unwanted:
            return text
        return " ".join(dict.fromkeys(word.typed for at, word in enumerate(self.words) if at not in self.unwanted))

    @property
    def free(self) -> int:
        """The bits of content words that are not demanded."""
        return sum(1 << n for n, content in enumerate(self.contents) if content.at in self.optional)
