"""The editors' words as the search wants them, and the words that a new installation starts with."""

from directory.vocabulary.current import current
from directory.vocabulary.directions import directions
from directory.vocabulary.reading import overlay

__all__ = ["current", "directions", "overlay"]
