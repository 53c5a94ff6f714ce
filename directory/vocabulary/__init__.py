"""The editors' words as the search wants them, and the words that a new installation starts with."""

from directory.vocabulary.current import current

__all__ = ["current"]
