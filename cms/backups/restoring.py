"""Putting a backup in place: first whether it fits, then all of it, or nothing."""

import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from cms.backups.archive import ArchiveReader
from cms.backups.databases import database
from cms.backups.manifest import DATABASE, SECRET_KEY, UPLOADS, Manifest, UnfitBackup
from cms.backups.uploads import replaced, upload_names
from cms.settings.environment import VAR
from directory.models import IndexStamp


def require_fit(manifest: Manifest) -> None:
    """Raise `UnfitBackup` for a backup of another kind of database, or of a later version of it or of the site."""
    own = database()
    if manifest.database != own.kind:
        raise UnfitBackup(f"The backup is one of {manifest.database}, and this site's database is {own.kind}.")
    if manifest.server > own.server():
        raise UnfitBackup(f"The backup comes from PostgreSQL {manifest.server}, and this one is {own.server()}.")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    later = sorted(set(manifest.migrations) - known)
    if later:
        raise UnfitBackup(f"The backup was made by a later version, with migrations unknown here: {', '.join(later)}")


def require_empty() -> None:
    """Raise `UnfitBackup` where something would be lost."""
    if connection.introspection.table_names():
        raise UnfitBackup("The database is not empty. With --force the backup takes the place of what is there.")
    if any(upload_names()):
        raise UnfitBackup("There are uploads already. With --force the backup takes the place of what is there.")


def restore(archive: ArchiveReader) -> list[str]:
    """Put a backup that fits in place of what is there; what is left to be done by hand."""
    media = Path(settings.MEDIA_ROOT)
    media.parent.mkdir(parents=True, exist_ok=True)
    needed, free = sum(part.size for part in archive.manifest.parts.values()), shutil.disk_usage(media.parent).free
    if needed > free:
        raise UnfitBackup(f"The backup has {needed:,} bytes, and there is room for {free:,} in {media.parent}.")
    with tempfile.TemporaryDirectory(dir=media.parent, prefix=".restore-") as name:
        folder = Path(name)
        archive.unpack(folder)
        (folder / UPLOADS).mkdir(exist_ok=True)
        with replaced(folder / UPLOADS, folder / "before"):
            database().load(folder / DATABASE)
        _forget()
        return _keep_key((folder / SECRET_KEY).read_text())


def _forget() -> None:
    """Whatever this process and the indexes know is of another database."""
    ContentType.objects.clear_cache()
    if IndexStamp._meta.db_table in connection.introspection.table_names():
        IndexStamp.objects.all().delete()


def _keep_key(key: str) -> list[str]:
    """Keep the backup's secret key where a trial finds it, and tell whoever sets it in the environment."""
    if key == settings.SECRET_KEY:
        return []
    path = VAR / "secret-key"
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(key)
    return [f"The backup has another secret key: set SECRET_KEY to what stands in {path}, then delete that file."]
