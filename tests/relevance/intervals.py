"""How far a mean may be trusted: what it would have been over queries drawn again from the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from statistics import mean

_DRAWN = 2000
_SEED = 20261127


@dataclass(frozen=True)
class Interval:
    """A mean, and where nineteen in twenty of the means lie that other draws would have given."""

    mean: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Interval":
        """By resampling with replacement (bootstrap), the same each time."""
        if not values:
            return cls(0.0, 0.0, 0.0)
        random = Random(_SEED)
        means = sorted(mean(random.choices(values, k=len(values))) for _ in range(_DRAWN))
        return cls(mean(values), means[int(_DRAWN * 0.025)], means[int(_DRAWN * 0.975)])

    def __str__(self) -> str:
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"
