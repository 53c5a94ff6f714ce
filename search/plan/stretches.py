"""Stretches of a text that somebody else has read, and the words that stand in them."""

import re
from collections.abc import Collection, Iterator, Sequence

from search.danish import Token


def words_in(text: str, tokens: Sequence[Token], stretches: Collection[str]) -> set[int]:
    """The places of the words that stand wholly in one of the stretches, wherever the text has it."""
    spans = [found.span() for found in _found(text, stretches)]
    return {
        at for at, token in enumerate(tokens) if any(start <= token.start and token.end <= end for start, end in spans)
    }


def without(text: str, stretches: Collection[str]) -> str:
    """What is left of a text without them."""
    for found in sorted(_found(text, stretches), key=re.Match.start, reverse=True):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(text.split())


def _found(text: str, stretches: Collection[str]) -> Iterator[re.Match[str]]:
    for stretch in filter(None, stretches):
        yield from re.finditer(re.escape(stretch), text, re.IGNORECASE)
