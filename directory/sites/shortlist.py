"""The visitor's list of offers. It stands in the address and nowhere else: we keep nothing, and know of nobody."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import QueryDict

from directory.text import MAX_KEY_DIGITS, whole_number

#: The list's name in the query string, where it is carried along.
PARAM = "liste"
#: So many fit on four pages of paper, and in an address that can be sent as a text message.
MAX_OFFERS = 8
_SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Keys of offers, in the visitor's own order."""

    keys: tuple[int, ...] = ()

    @classmethod
    def read(cls, text: str) -> "Shortlist":
        """The list that a part of an address says: "12-45-78". What is no key is left out, and what is too much."""
        numbers = (whole_number(part, MAX_KEY_DIGITS) for part in text[:200].split(_SEPARATOR))
        keys = dict.fromkeys(number for number in numbers if number is not None)
        return cls(tuple(keys)[:MAX_OFFERS])

    @classmethod
    def carried(cls, data: QueryDict) -> "Shortlist":
        """The list that is carried along in the query string."""
        return cls.read(data.get(PARAM, ""))

    @property
    def text(self) -> str:
        """The list as it stands in an address."""
        return _SEPARATOR.join(map(str, self.keys))

    @property
    def full(self) -> bool:
        """Whether the list holds as many offers as it may."""
        return len(self.keys) >= MAX_OFFERS

    def among(self, shown: Iterable[int]) -> "Shortlist":
        """The list without the offers that are not among those shown; an empty list asks nobody."""
        if not self.keys:
            return self
        kept = set(shown)
        return replace(self, keys=tuple(key for key in self.keys if key in kept))

    def with_(self, key: int) -> "Shortlist":
        """The list with one more at the end; a full list stays as it is."""
        return self if key in self.keys or self.full else replace(self, keys=(*self.keys, key))

    def without(self, key: int) -> "Shortlist":
        """The list without one offer; the others keep their order."""
        return replace(self, keys=tuple(kept for kept in self.keys if kept != key))

    def raised(self, key: int) -> "Shortlist":
        """The list with one a place further up."""
        at = self.keys.index(key)
        order = list(self.keys)
        order[max(0, at - 1)], order[at] = order[at], order[max(0, at - 1)]
        return replace(self, keys=tuple(order))

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, key: int) -> bool:
        return key in self.keys
