"""Taking a backup while the site is used."""

import io
import tempfile
import tomllib
from importlib import metadata
from pathlib import Path
from platform import python_version

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from cms.backups.archive import ArchiveReader, ArchiveWriter
from cms.backups.databases import database
from cms.backups.manifest import DATABASE, SECRET_KEY, UPLOADS, Manifest
from cms.backups.uploads import opened, upload_names
from cms.settings.environment import BASE_DIR
from directory.models import Heartbeat

#: Under which name it is remembered when the last backup was taken.
TAKEN = "backup"


def take(path: Path) -> Manifest:
    """Write a backup, read it again, and remember when it was taken; what it says of itself."""
    with ArchiveWriter.beginning(path) as archive:
        # Uploads before and after the database: whatever it names at its moment is there, also what is deleted right
        # after it or came right before it. No upload is ever written over.
        _add_uploads(archive)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
            copy = Path(folder) / DATABASE
            database().dump(copy)
            with copy.open("rb") as file:
                archive.add(DATABASE, file)
        _add_uploads(archive)
        archive.add(SECRET_KEY, io.BytesIO(settings.SECRET_KEY.encode()))
        archive.finish(_manifest(archive))
    with ArchiveReader.opened(path) as written:
        written.verify()
    Heartbeat.beat(TAKEN)
    return written.manifest


def _add_uploads(archive: ArchiveWriter) -> None:
    for name in upload_names():
        if UPLOADS + name not in archive.parts:
            try:
                file = opened(name)
            except FileNotFoundError:
                continue  # deleted a moment ago, so that no row names it either
            with file:
                archive.add(UPLOADS + name, file)


def _manifest(archive: ArchiveWriter) -> Manifest:
    own = database()
    applied = MigrationRecorder(connection).applied_migrations()
    return Manifest(
        made=timezone.now().isoformat(timespec="seconds"),
        versions=_versions(),
        database=own.kind,
        server=own.server(),
        migrations=tuple(sorted(f"{app}.{name}" for app, name in applied)),
        parts=archive.parts,
    )


def _versions() -> dict[str, str]:
    project = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["project"]
    packages = {name: metadata.version(name) for name in ("django", "wagtail")}
    return {"vejviser": project["version"], **packages, "python": python_version()}
