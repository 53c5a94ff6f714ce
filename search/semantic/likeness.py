"""How like a text each entry is, among all entries."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from typing import Any

from search.facts import Facts
from search.semantic.model import Model
from search.semantic.opinion import NONE, Opinion
from search.semantic.topics import Direction, Topics

#: A like entry is this many standard deviations above the mean of all entries, or more.
ALIKE = 1.5


class Likeness:
    """Compares texts with the entries of an index."""

    def __init__(self, model: Model, directions: Mapping[str, Direction] | None = None) -> None:
        self._model = model
        self._topics = Topics(directions or {})
        self._read: tuple[Facts, list[str], Any] | None = None

    def of(self, text: str, facts: Facts) -> Opinion:
        """How like each entry above the mean is, and what the text is about; nothing where no numbers are kept."""
        ids, numbers = self._numbers(facts)
        if not ids:
            return NONE
        asked = self._model.of_query(text)
        return Opinion(self._alike(ids, numbers @ asked), self._topics.of(asked))

    @staticmethod
    def _alike(ids: Sequence[str], found: Any) -> Mapping[str, float]:
        spread = float(found.std()) or 1.0
        far = (found - float(found.mean())) / spread
        # Rounded, so that the order in which entries were written makes no difference.
        return {key: round(float(value), 3) for key, value in zip(ids, far, strict=True) if value > 0}

    def _numbers(self, facts: Facts) -> tuple[list[str], Any]:
        """The numbers of all entries, one row each, all of the same length."""
        read = self._read
        if read is None or read[0] is not facts:
            read = self._read = (facts, *_unpacked(facts))
        return read[1], read[2]


def _unpacked(facts: Facts) -> tuple[list[str], Any]:
    # The array's own package comes with the model's, and is on no other path.
    import numpy as np  # noqa: PLC0415

    kept = sorted((key, fact.meaning) for key, fact in facts.items() if fact.meaning)
    if not kept:
        return [], None
    bytes_of_all = b"".join(b64decode(meaning) for _, meaning in kept)
    numbers = np.frombuffer(bytes_of_all, np.int8).reshape(len(kept), -1).astype(np.float32)
    return [key for key, _ in kept], numbers / np.linalg.norm(numbers, axis=1, keepdims=True)
