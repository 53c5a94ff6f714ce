"""Danish letters written without them: "vaerested", "aarhus", "kobenhavn". For looking names up, never for storing."""

_DIGRAPHS = (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("é", "e"), ("è", "e"), ("ü", "y"), ("ä", "ae"), ("ö", "oe"))
_LOOSE = (("ae", "a"), ("oe", "o"), ("aa", "a"))


def folded(word: str) -> str:
    """The word in lower case as a keyboard without æ, ø and å writes it."""
    word = word.lower()
    for letter, plain in _DIGRAPHS:
        word = word.replace(letter, plain)
    return word


def loosely_folded(word: str) -> str:
    """The word as somebody writes it who leaves the dots and rings out."""
    word = folded(word)
    for pair, letter in _LOOSE:
        word = word.replace(pair, letter)
    return word
