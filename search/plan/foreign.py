"""Words that are not Danish, or not in any dictionary: English and slang, put into the words that offers use."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from search.danish import Token, tokens
from search.danish.correction import Correction
from search.danish.tables import function_words
from search.vocabulary import Foreign

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Rest:
    """A stretch of words: either still to be read as Danish, or put into Danish words already."""

    tokens: tuple[Token, ...] = ()
    put: tuple[Correction, ...] = ()


class Translator:
    """Knows phrases by the words that they are written with."""

    def __init__(self, phrases: Iterable[Foreign], stop: frozenset[str]) -> None:
        self._danish = {tuple(token.text for token in tokens(one.phrase)): one.danish for one in phrases}
        self._stop = stop
        #: Little words that only Danish has: a sentence with one of them is not English.
        self._only_danish = function_words() - stop - {word for words in self._danish for word in words}

    def read(self, words: Sequence[Token], is_danish: Callable[[str], bool]) -> list[Rest]:
        """The words in their order, those of another language put into Danish ones."""
        at, found, english = 0, [], self._is_english(words, is_danish)
        while at < len(words):
            length, danish = self._phrase(words, at, is_danish, english=english)
            stretch = words[at : at + length]
            if danish is None:
                found.append(Rest(tokens=tuple(stretch)))
            else:
                found.append(Rest(put=_put(stretch, danish)))
            at += length
        return _gathered(found)

    def _is_english(self, words: Sequence[Token], is_danish: Callable[[str], bool]) -> bool:
        texts = [word.text for word in words]
        if any(text in self._only_danish for text in texts):
            return False
        said = [text for text in texts if (text,) in self._danish or text in self._stop]
        return 2 * len(said) > len(texts) and any(not is_danish(text) for text in said)

    def _phrase(
        self, words: Sequence[Token], at: int, is_danish: Callable[[str], bool], *, english: bool
    ) -> tuple[int, str | None]:
        """How many words the longest phrase here has, and what it is in Danish; None when there is no phrase."""
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            texts = tuple(word.text for word in words[at : at + length])
            danish = self._danish.get(texts)
            # One word alone may be Danish as well: "men", "bad".
            if danish is not None and (english or length > 1 or not is_danish(texts[0])):
                return length, danish
        return 1, "" if english and words[at].text in self._stop else None


def _put(stretch: Sequence[Token], danish: str) -> tuple[Correction, ...]:
    typed, start, end = " ".join(token.text for token in stretch), stretch[0].start, stretch[-1].end
    return tuple(Correction(typed, token.text, "translated", start, end) for token in tokens(danish))


def _gathered(stretches: Sequence[Rest]) -> list[Rest]:
    """Words that stay as they are, side by side again: two of them may be one that was written apart."""
    gathered: list[Rest] = []
    for one in stretches:
        if one.tokens and gathered and gathered[-1].tokens:
            gathered[-1] = Rest(tokens=gathered[-1].tokens + one.tokens)
        else:
            gathered.append(one)
    return gathered
