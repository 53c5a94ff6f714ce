"""How usual a lemma is as first and as last part, learnt from the dictionary's own compounds when the lexicon is built.

Nobody marked the compounds, so each word is shared over all its possible cuts, the usual parts get more of it, and
after three rounds the shares have settled (expectation and maximisation).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from search.danish.part_rules import may_be_first, may_be_last

ROUNDS = 3
#: Added to every count, so that a rare part is dear and not impossible.
SMOOTHING = 0.05
LENGTHS = range(6, 25)

Cut = tuple[str, str]  # the lemma of the first part, the lemma of the last
#: The cost of a lemma as first and as last part.
Weights = Mapping[str, tuple[float, float]]
#: What a lemma costs that no compound of the dictionary has in that place.
UNSEEN = (13.83, 13.83)
Surfaces = Mapping[str, Iterable[str]]


def weigh(lemmas: Iterable[str], first: Surfaces, last: Surfaces) -> Weights:
    """The cost of each lemma as first and as last part."""
    words = [cuts for lemma in sorted(lemmas) if (cuts := cuts_of(lemma, first, last))]
    firsts, lasts = _count(words, [[1.0] * len(cuts) for cuts in words])
    for _ in range(ROUNDS):
        firsts, lasts = _count(words, [[firsts[a] * lasts[b] for a, b in cuts] for cuts in words])
    return {
        lemma: (_cost(firsts.get(lemma, 0.0), len(words)), _cost(lasts.get(lemma, 0.0), len(words)))
        for lemma in sorted(firsts.keys() | lasts.keys())
    }


def cuts_of(word: str, first: Surfaces, last: Surfaces) -> list[Cut]:
    """All ways to cut the word in two, as the lemmas of both sides."""
    if len(word) not in LENGTHS:
        return []
    cuts = []
    for at in range(2, len(word) - 2):
        head, tail = word[:at], word[at:]
        if head in first and tail in last and may_be_first(head) and may_be_last(tail):
            cuts.append((_likeliest(head, first[head]), _likeliest(tail, last[tail])))
    return cuts


def _likeliest(piece: str, lemmas: Iterable[str]) -> str:
    # "hus" is a house and not what belongs to a "hu"; where the piece is no word of its own, short words are usual.
    return min(lemmas, key=lambda lemma: (lemma != piece, len(lemma), lemma))


def _count(words: list[list[Cut]], shares: list[list[float]]) -> tuple[dict[str, float], dict[str, float]]:
    firsts: dict[str, float] = defaultdict(float)
    lasts: dict[str, float] = defaultdict(float)
    for cuts, weights in zip(words, shares, strict=True):
        whole = sum(weights)
        for (head, tail), weight in zip(cuts, weights, strict=True):
            firsts[head] += weight / whole
            lasts[tail] += weight / whole
    return firsts, lasts


def _cost(count: float, words: int) -> float:
    return -math.log((count + SMOOTHING) / words)
