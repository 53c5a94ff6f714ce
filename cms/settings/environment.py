"""What the settings read from the environment, in one place, so that operators find it."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent

#: Everything the site writes: database, uploads, search index. One folder to back up or throw away.
VAR = Path(os.environ.get("VEJVISER_VAR", BASE_DIR / "var"))


def text(name: str, default: str = "") -> str:
    """An environment variable as it stands; one that is empty is one that is not set."""
    return os.environ.get(name) or default


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated environment variable, without empty items."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def flag(name: str, *, default: bool) -> bool:
    """An environment variable that says yes or no."""
    return text(name, "on" if default else "off").lower() in {"1", "on", "true", "yes"}


def number(name: str, default: int) -> int:
    """An environment variable that is a whole number."""
    return int(text(name) or default)


def sqlite_url() -> str:
    """The address of the default database, in a folder that exists."""
    VAR.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{VAR / 'vejviser.sqlite3'}"
