"""What a word is made of: the parts of a compound, the parts of those, and neighbours that make a word together."""

from collections.abc import Iterator

from search.danish.dictionary import Dictionary
from search.danish.lemmas import Lemmatiser
from search.danish.overlay import Overlay
from search.danish.splitter import Split, Splitter
from search.danish.tables import function_words

#: "sommerferieaktivitetsgruppe" is no deeper than this; the limit only guards against words made up to hurt.
DEPTH = 3


class PartFinder:
    """Finds everything a compound should be found by besides itself."""

    def __init__(self, dictionary: Dictionary, splitter: Splitter, lemmatiser: Lemmatiser, overlay: Overlay) -> None:
        self._dictionary = dictionary
        self._splitter = splitter
        self._lemmatiser = lemmatiser
        self._overlay = overlay

    def find(self, word: str, lemmas: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lemmas of the parts, in order, and the lemmas of what is inside the parts."""
        if self._overlay.never_split.intersection((word, *lemmas)):
            return (), ()
        if "-" in word:
            return self._of_hyphens(word)
        split = self._split(lemmas)
        if not split:
            return (), ()
        parts = self._lemmas(split)
        return parts, tuple(dict.fromkeys(self._inner(parts, split, DEPTH)))

    def _split(self, lemmas: tuple[str, ...]) -> Split:
        # A compound is one in all its readings: "skoven" is "skov" and no friend of a shoe, "borgere" do not "gere".
        found: Split = ()
        for lemma in reversed(lemmas):
            found = () if self._derived(lemma) else self._splitter.split(lemma)
            if not found:
                return ()
        return found

    def _lemmas(self, split: Split) -> tuple[str, ...]:
        # Once more through the lemmas: "børn" of "børnegruppe" is "barn", and editors may have named others.
        return tuple(self._lemmatiser.lemmas(part.lemma)[0] for part in split)

    def _derived(self, lemma: str) -> bool:
        # "venlighed" is being "venlig", and no likeness of friends.
        return lemma.endswith("hed") and self._dictionary.has_lemma(lemma.removesuffix("hed"))

    def _of_hyphens(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        pieces = word.split("-")
        telling = [piece for piece in pieces if len(piece) > 1 and piece not in function_words()]
        parts = tuple(self._lemmatiser.lemmas(piece)[0] for piece in telling)
        inner = list(self._inner(parts, (), DEPTH))
        joined = "".join(pieces)
        # "e-mail" and "email", "rusmiddel-behandling" and "rusmiddelbehandling" are written either way.
        if self._dictionary.has_form(joined) or self._splitter.split(joined):
            inner.insert(0, self._lemmatiser.lemmas(joined)[0])
        return parts, tuple(dict.fromkeys(inner))

    def _inner(self, parts: tuple[str, ...], split: Split, depth: int) -> Iterator[str]:
        if len(split) > 2:
            yield from self._neighbours(split)
        for part in parts if depth else ():
            if part in self._overlay.never_split:
                continue
            inside = self._split((part,))
            if not inside:
                continue
            lemmas = self._lemmas(inside)
            yield from lemmas
            yield from self._inner(lemmas, inside, depth - 1)

    def _neighbours(self, split: Split) -> Iterator[str]:
        """Parts that stand side by side and are a word of the dictionary: "sommerferie" in "sommerferieaktiviteter"."""
        for start in range(len(split)):
            for end in range(start + 2, len(split) + 1):
                if end - start < len(split):
                    joined = "".join(part.text for part in split[start : end - 1]) + split[end - 1].lemma
                    if self._dictionary.knows(joined):
                        yield joined
