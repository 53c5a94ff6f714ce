"""Words that look like a word, by the letters they share three and three: for when nothing else is found."""

from collections.abc import Iterable

#: The share of letters, three and three, that two words must have in common.
ALIKE = 0.6
#: So many of the likest are asked for.
_MOST = 5
_LEAST_LETTERS = 4


def alike(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that look most like it, likest first; neither the word itself nor any short one."""
    if len(word) < _LEAST_LETTERS:
        return ()
    own = _threes(word)
    shares = [
        (_share(own, other), other)
        for other in known
        # Words of very different lengths cannot share enough.
        if other != word and len(other) >= _LEAST_LETTERS and 3 * len(other) <= 6 * len(word) <= 12 * len(other)
    ]
    likest = sorted((-share, other) for share, other in shares if share >= ALIKE)
    return tuple(other for _, other in likest[:_MOST])


def _threes(word: str) -> frozenset[str]:
    # The gaps make the beginning and the end of a word count more.
    padded = f"  {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def _share(own: frozenset[str], other: str) -> float:
    """Twice what is in common over all there is (Dice)."""
    theirs = _threes(other)
    return 2 * len(own & theirs) / (len(own) + len(theirs))
