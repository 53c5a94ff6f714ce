"""The names of indices tell what they were made with, so that "is it current?" is a comparison of names."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Name:
    """An index: vejviser-3f2a9c1b-0123456789abcdef-1795582800123456 (mapping, analysis, microseconds)."""

    text: str
    layout: str
    analysis: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Names:
    """The names under one prefix: an alias that answers, the indices it has pointed to, and a lock."""

    prefix: str
    layout: str
    analysis: str
    clock: Callable[[], float] = time.time

    @property
    def alias(self) -> str:
        return self.prefix

    @property
    def lock(self) -> str:
        return f"{self.prefix}-lock"

    @property
    def pattern(self) -> str:
        """Finds all indices, and those of longer prefixes: `read` tells them apart."""
        return f"{self.prefix}-*"

    def new(self) -> str:
        return f"{self.prefix}-{self.layout}-{self.analysis}-{int(self.clock() * 1_000_000)}"

    def read(self, name: str) -> Name | None:
        """What the name tells; None when it is no index of ours."""
        match = re.fullmatch(rf"{re.escape(self.prefix)}-([0-9a-f]+)-([0-9a-f]+)-(\d+)", name)
        if not match:
            return None
        made = datetime.fromtimestamp(int(match[3]) / 1_000_000, UTC)
        return Name(name, match[1], match[2], made)
