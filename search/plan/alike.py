"""Words that look like a word, by the letters they share three and three: for when nothing else is found."""

from collections import Counter, defaultdict
from collections.abc import Iterable

#: The share of letters, three and three, that two words must have in common.
ALIKE = 0.6
#: So many of the likest are asked for.
_MOST = 5
_LEAST_LETTERS = 4


class Lookalikes:
    """Words to be found by words that look like them. What is written down once spares looking at each for every word."""

    def __init__(self, known: Iterable[str], alike: float = ALIKE) -> None:
        self._alike = alike
        self._sizes: dict[str, int] = {}
        self._having: dict[str, list[str]] = defaultdict(list)
        for word in known:
            if len(word) >= _LEAST_LETTERS:
                threes = _threes(word)
                self._sizes[word] = len(threes)
                for three in threes:
                    self._having[three].append(word)

    def of(self, word: str) -> tuple[str, ...]:
        """The known words that look most like it, likest first; neither the word itself nor any short one."""
        if len(word) < _LEAST_LETTERS:
            return ()
        own = _threes(word)
        common = Counter(other for three in own for other in self._having.get(three, ()))
        del common[word]
        # Twice what is in common over all there is (Dice).
        shares = ((2 * count / (len(own) + self._sizes[other]), other) for other, count in common.items())
        likest = sorted((-share, other) for share, other in shares if share >= self._alike)
        return tuple(other for _, other in likest[:_MOST])


def _threes(word: str) -> frozenset[str]:
    # The gaps make the beginning and the end of a word count more.
    padded = f"  {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
