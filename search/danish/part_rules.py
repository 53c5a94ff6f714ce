"""Which pieces of a word may be parts of a compound, and what short ones cost more. See `data/splitter_lists.tsv`.

These rules are applied when the lexicon is built: another rule or another list means building it again.
"""

from search.danish.tables import splitter_lists

#: Shorter words are never taken apart.
MIN_WORD = 6
#: A piece the dictionary does not license as a first part costs this much more.
UNLICENSED = 2.0

_LISTS = splitter_lists()
_PARTICLES, _ENDINGS, _SHORT = _LISTS["particle"], _LISTS["ending"], _LISTS["short"]


def may_be_first(piece: str) -> bool:
    """Whether the piece may begin a compound: for-, be- and ud- derive words, and two letters are a rare chance."""
    if piece in _PARTICLES:
        return False
    return len(piece) >= 3 or (len(piece) == 2 and piece in _SHORT)


def may_be_unlicensed_first(piece: str) -> bool:
    """Whether the piece may begin a compound though the dictionary does not say so."""
    if piece in _PARTICLES or piece in _ENDINGS or len(piece) < 3:
        return False
    return len(piece) > 3 or piece in _SHORT


def may_be_last(piece: str) -> bool:
    """Whether the piece may end a compound: -hed, -skab and -ning only derive words."""
    return len(piece) >= 3 and piece not in _ENDINGS


def surcharge_first(piece: str) -> float:
    """What a short first part costs more, since short words turn up by chance."""
    if len(piece) == 3:
        return 0.0 if piece in _SHORT else 1.5
    return {2: 2.0, 4: 0.3}.get(len(piece), 0.0)


def surcharge_last(piece: str) -> float:
    """What a short last part costs more."""
    return {3: 1.5, 4: 0.3}.get(len(piece), 0.0)
