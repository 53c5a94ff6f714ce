"""Which topics a text as a whole is about: a direction for each, learnt from how people speak of it.

The words of a site's phrases vote for its topics word by word (`search.plan.leaning`); this knows texts of which no word
stands in any phrase, and texts in other languages. The directions are learnt once, where the phrases are written, and
ship as a small file: 384 signed bytes for each topic.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: How much is given for directions that are short (ridge regression); between a tenth and five times of it changes little.
_SHORT = 10.0
#: A topic that is so much weaker than the strongest one is met by chance.
_LEAST = 0.02
_MOST = 127


@dataclass(frozen=True, slots=True)
class Direction:
    """Where texts about a topic lie: signed bytes in base 64, what one of them is worth, and what is added to their sum."""

    numbers: str
    scale: float
    offset: float


class Topics:
    """Tells of a text's numbers which topics it is about."""

    def __init__(self, directions: Mapping[str, Direction]) -> None:
        self._directions = directions
        self._read: tuple[list[str], Any, Any] | None = None

    def of(self, numbers: Any) -> dict[str, float]:
        """How strongly the text is about each topic, 1 being the most; nothing where no directions are known."""
        if not self._directions:
            return {}
        names, matrix, offsets = self._matrix()
        found = matrix @ _unit(numbers) + offsets
        most = float(found.max())
        if most <= 0:
            return {}
        # Rounded, so that another processor gives the same order.
        shares = {name: round(float(value) / most, 3) for name, value in zip(names, found, strict=True)}
        return {name: share for name, share in shares.items() if share > _LEAST}

    def _matrix(self) -> tuple[list[str], Any, Any]:
        # The array's own package comes with the model's, and is on no other path.
        import numpy as np  # noqa: PLC0415

        if self._read is None:
            rows = sorted(self._directions.items())
            numbers = [np.frombuffer(b64decode(one.numbers), np.int8) * np.float32(one.scale) for _, one in rows]
            offsets = np.array([one.offset for _, one in rows], np.float32)
            self._read = [name for name, _ in rows], np.stack(numbers), offsets
        return self._read


def learnt(texts: Sequence[tuple[Any, Sequence[str]]]) -> dict[str, Direction]:
    """The directions of topics, from the numbers of texts, each with the topics that it is about."""
    import numpy as np  # noqa: PLC0415 - as above

    names = sorted({topic for _, topics in texts for topic in topics})
    numbers = np.stack([_unit(row) for row, _ in texts]).astype(np.float64)
    about = np.array([[name in topics for name in names] for _, topics in texts], np.float64)
    # A topic of few phrases is as likely to be asked for as one of many.
    about /= np.sqrt(about.sum(axis=0))
    middle = numbers.mean(axis=0)
    from_middle = numbers - middle
    square = from_middle.T @ from_middle + _SHORT * np.eye(numbers.shape[1])
    found = np.linalg.solve(square, from_middle.T @ (about - about.mean(axis=0))).T
    return {name: _direction(row, float(-middle @ row)) for name, row in zip(names, found, strict=True)}


def _direction(row: Any, offset: float) -> Direction:
    import numpy as np  # noqa: PLC0415 - as above

    scale = float(np.abs(row).max()) / _MOST
    told = b64encode(np.round(row / scale).astype(np.int8).tobytes()).decode()
    return Direction(told, round(scale, 9), round(offset, 6))


def _unit(numbers: Any) -> Any:
    import numpy as np  # noqa: PLC0415 - as above

    return numbers / np.linalg.norm(numbers)
