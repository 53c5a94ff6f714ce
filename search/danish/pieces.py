"""The pieces that compounds are made of, with what they cost. Used only when the lexicon is built."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from search.danish.part_rules import (
    UNLICENSED,
    may_be_first,
    may_be_last,
    may_be_unlicensed_first,
    surcharge_first,
    surcharge_last,
)
from search.danish.weights import UNSEEN, Weights

Surfaces = Mapping[str, Iterable[str]]
#: A piece, its lemma, and its cost.
Piece = tuple[str, str, float]


def first_pieces(lemmas: Iterable[str], first: Surfaces, weights: Weights) -> Iterator[Piece]:
    """What may begin a compound: what the dictionary licenses, and for a higher price any lemma, with -s- or without."""

    def cost(lemma: str) -> float:
        return weights.get(lemma, UNSEEN)[0]

    licensed = {piece for piece in first if may_be_first(piece)}
    for piece in sorted(licensed):
        lemma = _likeliest(piece, first[piece], cost)
        yield piece, lemma, cost(lemma) + surcharge_first(piece)
    for piece, lemma in _unlicensed(lemmas):
        if piece not in licensed:
            yield piece, lemma, cost(lemma) + surcharge_first(piece) + UNLICENSED


def last_pieces(last: Surfaces, weights: Weights) -> Iterator[Piece]:
    """What may end a compound."""

    def cost(lemma: str) -> float:
        return weights.get(lemma, UNSEEN)[1]

    for piece in sorted(last):
        if may_be_last(piece):
            lemma = _likeliest(piece, last[piece], cost)
            yield piece, lemma, cost(lemma) + surcharge_last(piece)


def _unlicensed(lemmas: Iterable[str]) -> Iterator[tuple[str, str]]:
    pieces = {lemma + "s": lemma for lemma in sorted(lemmas) if len(lemma) > 3}
    pieces.update((lemma, lemma) for lemma in lemmas)
    return (pair for pair in sorted(pieces.items()) if may_be_unlicensed_first(pair[0]))


def _likeliest(piece: str, lemmas: Iterable[str], cost: Callable[[str], float]) -> str:
    # A piece that is a word of its own is that word: "hus" is a house, not what belongs to a "hu".
    return min(lemmas, key=lambda lemma: (lemma != piece, cost(lemma), lemma))
