"""A migrated SQLite database, kept from run to run: some three hundred migrations are applied once, not every time."""

import hashlib
import sqlite3
import tempfile
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import connection


@cache
def snapshot() -> Path:
    """Where the database lies that these very migrations give. Another migration, another file.

    Told once: a migration that is written while tests run is not in their database.
    """
    digest = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for path in sorted(Path(config.path).glob("migrations/*.py")):
            digest.update(f"{config.label}/{path.name}".encode() + path.read_bytes())
    return Path(tempfile.gettempdir()) / f"vejviser-migrated-{digest.hexdigest()[:20]}.sqlite3"


def restore(path: Path) -> None:
    """Make the test database a copy of the kept one."""
    connection.ensure_connection()
    with sqlite3.connect(path) as kept:
        kept.backup(connection.connection)
    kept.close()


def keep(path: Path) -> None:
    """Keep a copy of the test database, fresh from its migrations. Written aside, so that nobody reads half of it."""
    connection.ensure_connection()
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as aside:
        target = Path(aside.name)
    with sqlite3.connect(target) as copy:
        connection.connection.backup(copy)
    copy.close()
    target.replace(path)
