"""A name in what a row holds: however it is spaced, in whatever case, in rich text and in the JSON of a revision."""

import json
from collections.abc import Iterator

from directory.importing.clean_text import plain

#: A shorter name stands in half of all texts.
SHORTEST = 4


def folded(text: str) -> str:
    """A text as names are compared."""
    return " ".join(plain(text).casefold().split())


def texts(value: object) -> Iterator[str]:
    """All texts in a value, however deep they lie; JSON in a text is opened."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from texts(key)
            yield from texts(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from texts(held)
    elif isinstance(value, str):
        opened = _opened(value)
        if opened is None:
            yield value
        else:
            yield from texts(opened)


def _opened(text: str) -> object | None:
    if text[:1] not in {"[", "{"}:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


def holds(value: object, name: str) -> bool:
    """Whether a folded name stands somewhere in a value."""
    return any(name in folded(text) for text in texts(value))
