"""The uploads of a site, in a folder or in a bucket: which there are, and how others take their place."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, storages

from cms.backups.manifest import UnfitBackup

#: Keeps files as they come: those of a backup are clean already, and are to stay what they are to the byte.
_STORAGE = "renditions"


def upload_names() -> Iterator[str]:
    """Every file that was uploaded, or made of one, by its name below the folder of uploads; links are not followed."""
    if _in_a_folder():
        root = Path(settings.MEDIA_ROOT)
        files = (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())
        yield from (path.relative_to(root).as_posix() for path in files)
    else:
        yield from _below("")


def opened(name: str) -> IO[bytes]:
    """One of them, to be read; `FileNotFoundError` when it is gone."""
    return storages[_STORAGE].open(name)


def _in_a_folder() -> bool:
    return isinstance(storages[_STORAGE], FileSystemStorage)


def _below(folder: str) -> Iterator[str]:
    folders, files = storages[_STORAGE].listdir(folder)
    yield from (f"{folder}{name}" for name in sorted(files) if name)
    for name in sorted(folders):
        yield from _below(f"{folder}{name}/")


@contextmanager
def replaced(new: Path, aside: Path) -> Iterator[None]:
    """Uploads that take the place of others, and go again when what follows fails.

    In a bucket those that are missing are added, and no other is taken away: no name is ever given twice there.
    """
    if not _in_a_folder():
        _fill_bucket(new)
        yield
        return
    place = Path(settings.MEDIA_ROOT)
    if place.exists():
        place.rename(aside)
    new.rename(place)
    try:
        yield
    except BaseException:
        place.rename(new)
        if aside.exists():
            aside.rename(place)
        raise


def _fill_bucket(new: Path) -> None:
    there = set(upload_names())
    for path in sorted(new.rglob("*")):
        name = path.relative_to(new).as_posix()
        if path.is_file() and name not in there:
            with path.open("rb") as file:
                kept_as = storages[_STORAGE].save(name, File(file, name))
            if kept_as != name:
                raise UnfitBackup(f"{name} could not be put into the bucket under its name.")
