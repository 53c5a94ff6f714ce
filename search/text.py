"""What people type, made safe to read: cut, normalised, without control characters. Nothing typed is an error."""

import unicodedata

from search.contract import MAX_TEXT
from search.danish.tokens import UNSEEN

_UNSEEN = str.maketrans(dict.fromkeys(UNSEEN))


def clean(text: str) -> str:
    """The text as one line of ordinary characters, at most `MAX_TEXT` long."""
    # Normalising may make text many times longer, so it is cut before and after.
    whole = unicodedata.normalize("NFC", text[: MAX_TEXT * 4].translate(_UNSEEN))
    printable = "".join(" " if _unseen(character) else character for character in whole)
    return " ".join(printable.split())[:MAX_TEXT].rstrip()


def encodable(value: str) -> str:
    """The value without lone surrogates and NUL, which no engine can store."""
    return value.encode("utf-8", "ignore").decode("utf-8").replace("\x00", "")


def _unseen(character: str) -> bool:
    # "Cf" has the marks of direction and the spaces without width that come along from web pages.
    return unicodedata.category(character) in {"Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp", "Zs"}
