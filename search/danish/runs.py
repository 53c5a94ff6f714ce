"""Words that were typed without the spaces between them: "jegkanikkesove"."""

from collections.abc import Callable
from functools import lru_cache

from search.danish.analyser import Analyser
from search.danish.tables import function_words

#: Shorter ones are a misspelt word rather than several words.
_SHORTEST, _LONGEST = 8, 40
#: The words of one letter that there are.
_LETTERS = frozenset(("i", "å", "ø"))
_LONGEST_WORD = 20
#: Two words are rather one that is misspelt, or a compound, which is read elsewhere.
_FEWEST = 3
#: Each of two words that were typed as one has so many letters.
_LEAST_OF_PAIR = 4


class RunTogether:
    """Finds the words in a run of letters. `known` tells whether the index has a word."""

    def __init__(self, analyser: Analyser, known: Callable[[str], bool]) -> None:
        self._has_form = analyser.dictionary.has_form
        self._lemmas = analyser.lemmas
        self._known = known

    def apart(self, run: str) -> str | None:
        """The fewest words that the run is made of, when one of them holds a sentence together; None when it is none."""
        if not _SHORTEST <= len(run) <= _LONGEST or not run.isalpha() or self._has_form(run):
            return None

        @lru_cache(None)
        def words_from(start: int) -> tuple[str, ...] | None:
            if start == len(run):
                return ()
            best: tuple[str, ...] | None = None
            for end in range(min(len(run), start + _LONGEST_WORD), start, -1):
                if self._is_word(run[start:end]):
                    rest = words_from(end)
                    if rest is not None and (best is None or len(rest) + 1 < len(best)):
                        best = (run[start:end], *rest)
            return best

        words = words_from(0)
        if words is None or len(words) < _FEWEST or not self._is_sentence(words):
            return None
        return " ".join(words)

    def pair(self, run: str) -> str | None:
        """The two words of the index that the run is made of, for one that is nothing else; None when it is none."""
        cuts = range(len(run) - _LEAST_OF_PAIR, _LEAST_OF_PAIR - 1, -1) if run.isalpha() else ()
        return next((f"{run[:at]} {run[at:]}" for at in cuts if self._known(run[:at]) and self._known(run[at:])), None)

    def _is_word(self, word: str) -> bool:
        if len(word) == 1:
            return word in _LETTERS
        if word in function_words():
            return True
        # "jeger" is a form of "jeg", and nobody writes it.
        return len(word) > 2 and self._has_form(word) and self._known(word) and not self._is_form_of_little_word(word)

    def _is_form_of_little_word(self, word: str) -> bool:
        return not function_words().isdisjoint(self._lemmas(word))

    @staticmethod
    def _is_sentence(words: tuple[str, ...]) -> bool:
        little = sum(word in function_words() for word in words)
        return little >= 1 and any(len(word) > 3 for word in words if word not in function_words())
