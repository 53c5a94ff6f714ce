"""Connected to signals in `connect()`."""


def connect() -> None:
    """Listen for changes."""
