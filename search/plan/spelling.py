"""Mends the words of a query by the words that the index has now, at no search's great cost."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from search.danish import Analyser, Token
from search.danish.correction import Correction, Corrector
from search.plan.alike import Lookalikes
from search.plan.phrasebook import Phrasebook

#: How long new words of the index may be unknown to the corrector, in seconds. It never changes them all the same.
_REFRESH = 300.0
#: So many words are tried for one that was begun.
_BEGINNINGS = 12


class Speller:
    """Keeps a corrector that fits the index and the site's words."""

    def __init__(
        self,
        analyser: Analyser,
        words: Callable[[], Mapping[str, int]],
        stamp: Callable[[], object],
        frequency: Callable[[str], int],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._analyser = analyser
        self._words = words
        self._stamp = stamp
        self._frequency = frequency
        self._clock = clock
        self._alone = threading.Lock()
        self._made: tuple[Corrector, Phrasebook, object, float] | None = None
        self._lookalikes: tuple[Lookalikes, object] | None = None

    def correct(self, tokens: Sequence[Token], book: Phrasebook) -> list[Correction]:
        """What to search for, word by word."""
        put = book.foreign.read(tokens, lambda word: self._known(word, book))
        return [mended for rest in put for mended in (rest.put or self._danish(rest.tokens, book))]

    def beginning(self, letters: str, book: Phrasebook) -> tuple[str, ...]:
        """The words of the index that begin so, the most frequent first: somebody is in the middle of typing one."""
        return tuple(self._corrector(book).beginning(letters)[:_BEGINNINGS])

    def _danish(self, tokens: Sequence[Token], book: Phrasebook) -> list[Correction]:
        stop = book.vocabulary.stop
        mended: list[Correction] = []
        for one in self._corrector(book).correct(tokens):
            if one.how == "joined" and stop.intersection(one.typed.split()):
                # "skærer i" is no "skæreri": a little word belongs to the sentence.
                apart = [token for token in tokens if one.start <= token.start and token.end <= one.end]
                mended += [Correction(token.text, token.text, "typed", token.start, token.end) for token in apart]
            else:
                mended.append(self._kept_if_known(one))
        return mended

    def alike(self, words: Sequence[str]) -> list[str]:
        """Words of the index that look like each of the words, likest first. The index is read once for all of them."""
        with self._alone:
            made, stamp = self._lookalikes, self._stamp()
            if made is None or made[1] is not stamp:
                made = self._lookalikes = (Lookalikes(self._words()), stamp)
        return [other for word in words for other in made[0].of(word)]

    def _known(self, word: str, book: Phrasebook) -> bool:
        """Whether a word is Danish, or one that the site's offers have."""
        return self._analyser.dictionary.has_form(word) or word in book.domain_words

    def _kept_if_known(self, one: Correction) -> Correction:
        """A word that came into the index a moment ago is right as it is."""
        if one.used == one.typed or one.how == "joined":
            return one
        if any(self._frequency(lemma) for lemma in self._analyser.lemmas(one.typed)):
            return replace(one, used=one.typed, how="typed")
        return one

    def _corrector(self, book: Phrasebook) -> Corrector:
        with self._alone:
            made, stamp, now = self._made, self._stamp(), self._clock()
            if made and made[1] is book and (made[2] is stamp or now - made[3] < _REFRESH):
                return made[0]
            corrector = Corrector(self._analyser, self._words(), book.domain_words, book.crisis_words)
            self._made = (corrector, book, stamp, now)
            return corrector
