"""Whether two names mean one offer: by the words that tell offers apart, however they are spelled."""

import re
import unicodedata
from difflib import SequenceMatcher

from search.folding import folded

#: Words that stand in the names of many offers, and tell none of them from another.
_COMMON_WORDS = """
    af aktivitetstilbud aktivitet at café cafe caféen center centret den det der de en et for forening foreningen fra gruppe
    gruppeforløb gruppen hos hus huset hvor i kommune kommunes med mødested og om på rådgivning rådgivningen samt sted stedet
    tilbud til ved værested værestedet åben åbent
"""
#: Words that say for whom or when: they tell two groups of one house apart, and name none by themselves.
_WEAK_WORDS = """
    unge ung ældre kvinder mænd børn forældre pårørende familier voksne studerende mandag tirsdag onsdag torsdag fredag lørdag
    søndag formiddag eftermiddag aften nord syd øst vest 1 2 3 4
"""
_COMMON, _WEAK = frozenset(_COMMON_WORDS.split()), frozenset(folded(_WEAK_WORDS).split())
#: So alike, from 0 to 1, are two spellings of a word, or of a whole name; so many words are the same in two names of one offer.
_SPELLED, _WRITTEN, _SHARED = 0.82, 0.92, 0.66
_BEGINNING = 5


def telling_words(name: str, town: str = "") -> list[str]:
    """The words that tell an offer from others, as they are compared; all words where no other is left."""
    told = re.findall(r"\w+", unicodedata.normalize("NFC", name).casefold())
    own = [word for word in told if word not in _COMMON and word != town.casefold()]
    return [folded(word) for word in own or told]


def are_alike(name: str, other: str, town: str = "") -> bool:
    """Whether the names may be those of one offer."""
    one, two = sorted((telling_words(name, town), telling_words(other, town)), key=len)
    if set(one) & _WEAK == set(two) & _WEAK and _written_alike(name, other):
        return True
    found = [word for word in one if any(_is_same(word, candidate) for candidate in two)]
    left = [word for word in two if not any(_is_same(word, candidate) for candidate in one)]
    if len(found) < len(one) or not set(found) - _WEAK:
        return False
    return len(found) / len(two) >= _SHARED or not set(left) & _WEAK


def _written_alike(name: str, other: str) -> bool:
    """Whether they are letter by letter nearly the same, in one word or in several."""
    one, two = (folded("".join(re.findall(r"\w+", text.casefold()))) for text in (name, other))
    return bool(one and two) and SequenceMatcher(None, one, two).ratio() >= _WRITTEN


def _is_same(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    if word == other:
        return True
    if len(short) < _BEGINNING:
        return False
    ends = long[len(short) :]
    # An article, a plural or a genitive.
    if long.startswith(short) and len(ends) <= 3:
        return True
    return SequenceMatcher(None, word, other).ratio() >= _SPELLED
