"""Turns what goes wrong inside tantivy into what the contract promises."""

from collections.abc import Iterator
from contextlib import contextmanager

from search.contract import SearchUnavailable


@contextmanager
def answering(what: str) -> Iterator[None]:
    """Raise `SearchUnavailable` for every way in which an index can be broken."""
    try:
        yield
    except (OSError, ValueError, KeyError) as problem:
        raise SearchUnavailable(f"The embedded index cannot {what}: {problem}") from problem
    except BaseException as problem:
        # Damaged files make tantivy panic, and a panic of Rust is a BaseException whose class cannot be imported.
        if type(problem).__name__ == "PanicException":
            raise SearchUnavailable(f"The embedded index cannot {what}: {problem}") from problem
        raise
