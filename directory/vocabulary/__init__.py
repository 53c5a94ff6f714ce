"""The editors' words as the search wants them, and the words that a new installation starts with."""

from directory.vocabulary.current import connect, current

__all__ = ["connect", "current"]
