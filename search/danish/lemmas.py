"""The lemmas of a word: what a dictionary would list it under. "grupperne" is "gruppe", "børnene" is "barn".

A word may have several, since forms are ambiguous; the first is the likeliest.
"""

from functools import lru_cache

import Stemmer

from search.danish.dictionary import Dictionary
from search.danish.overlay import Overlay
from search.danish.splitter import Splitter
from search.danish.tables import irregular_plurals

#: In "plejebørn" the irregular plural is the end of a longer word; what stands before it has at least these letters.
MIN_BEFORE_PLURAL = 3


#: How many words are remembered: the parts of compounds come again and again.
REMEMBERED = 4096


class Lemmatiser:
    """Finds the lemmas of words, also of those that no dictionary has."""

    def __init__(self, dictionary: Dictionary, splitter: Splitter, overlay: Overlay) -> None:
        self._dictionary = dictionary
        self._splitter = splitter
        self._overlay = overlay
        self._plurals = irregular_plurals()
        self._plural_tails = {plural[-4:] for plural in self._plurals}
        self._stemmer = Stemmer.Stemmer("danish", 0)
        #: The lemmas of a word, the likeliest first; never empty.
        self.lemmas = lru_cache(REMEMBERED)(self._lemmas)

    def _lemmas(self, word: str) -> tuple[str, ...]:
        if named := self._overlay.lemmas_of.get(word):
            return named
        if lemma := self._singular(word):
            return (lemma,)
        known = self._dictionary.lemmas(word)
        if not known:
            return (self._unknown(word),)
        if len(known) == 1:
            return (self.singular(known[0]),)
        found = _meant(word, {self.singular(lemma) for lemma in known})
        found = (found - self._overlay.dropped_of.get(word, frozenset())) or found
        return tuple(sorted(found, key=lambda lemma: (lemma != word, len(lemma), lemma)))

    def singular(self, word: str) -> str:
        """The word, or what it is one of if it is an irregular plural."""
        return self._singular(word) or word

    def _singular(self, word: str) -> str | None:
        if word[-4:] not in self._plural_tails:
            return None
        if lemma := self._plurals.get(word):
            return lemma
        for at in range(MIN_BEFORE_PLURAL, len(word) - 3):
            lemma = self._plurals.get(word[at:])
            if lemma and self._dictionary.has_lemma(word[:at] + lemma):
                return word[:at] + lemma
        return None

    def _unknown(self, word: str) -> str:
        if not any(character.isalpha() for character in word) or word.startswith("§"):
            return word
        head, hyphen, tail = word.rpartition("-")
        if hyphen:
            return f"{head}-{self.lemmas(tail)[0]}"
        if linked := self._dictionary.first.lemma(word):  # "børne" of "børne- og ungetilbud"
            return self.singular(linked)
        if parts := self._splitter.split(word):
            last = parts[-1]
            return word[: len(word) - len(last.text)] + self.singular(last.lemma)
        return str(self._stemmer.stemWord(word))


def _meant(word: str, lemmas: set[str]) -> set[str]:
    """Without the readings that a word seldom has when it is also a word of its own.

    "ryg" is a back and no order to smoke, "kost" is a diet and no order to cost, and "gods" does not belong to "god".
    """
    if word not in lemmas:
        return lemmas
    seldom = {word + "e", word + word[-1:] + "e"}
    if word.endswith("s"):
        seldom.add(word[:-1])
    return lemmas - seldom
