"""What a backup says of itself: when it was made, by which versions, from which database, and every part with its checksum."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

FORMAT = 1
DATABASE, SECRET_KEY, UPLOADS = "database", "secret-key", "media/"


class UnfitBackup(Exception):
    """A backup that cannot be made or used here, with the reason in a sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup: how many bytes it has, and their SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that has to be known of a backup before anything of it is used."""

    made: str  # ISO 8601
    versions: Mapping[str, str]  # of Vejviser, Django, Wagtail and Python, for people
    database: str  # "sqlite" or "postgresql"
    server: int  # major version of the PostgreSQL that it comes from; 0 for SQLite
    migrations: tuple[str, ...]  # that were applied, such as "directory.0001_initial"
    parts: Mapping[str, Part]  # by name: "database", "secret-key", "media/…"

    def text(self) -> str:
        """As it stands in the backup."""
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1)

    @classmethod
    def read(cls, text: bytes) -> "Manifest":
        """What a file says, which anybody may have written."""
        try:
            told = json.loads(text)
            if told["format"] != FORMAT:
                raise UnfitBackup(f"The backup has the format {told['format']!r}, and this version reads {FORMAT}.")
            return cls(**_checked(told))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UnfitBackup("The backup's manifest cannot be read.") from error


def _checked(told: dict[str, Any]) -> dict[str, Any]:
    parts = {_safe(name): Part(int(one["size"]), str(one["sha256"])) for name, one in told["parts"].items()}
    if DATABASE not in parts or SECRET_KEY not in parts or any(part.size < 0 for part in parts.values()):
        raise KeyError
    return {
        "made": str(told["made"]),
        "versions": {str(name): str(version) for name, version in told["versions"].items()},
        "database": str(told["database"]),
        "server": int(told["server"]),
        "migrations": tuple(map(str, told["migrations"])),
        "parts": parts,
    }


def _safe(name: str) -> str:
    """The name, if it cannot lead out of the folder that it is written to."""
    if name in {DATABASE, SECRET_KEY}:
        return name
    path = PurePosixPath(name)
    is_plain = str(path) == name and not {"..", "."} & set(path.parts) and "\\" not in name and name.isprintable()
    if not name.startswith(UPLOADS) or not is_plain:
        raise UnfitBackup(f"The backup has a part called {name!r}, which leads out of its place or has none.")
    return name
