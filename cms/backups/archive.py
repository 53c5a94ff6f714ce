"""The file of a backup: a ZIP whose manifest names every part. What is not named there, or is not as named, is refused."""

import hashlib
import os
import stat
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cms.backups.manifest import DATABASE, UPLOADS, Manifest, Part, UnfitBackup

_MANIFEST = "manifest.json"
#: Bytes that the manifest of a hundred thousand uploads does not have.
_MAX_MANIFEST = 64 * 1024 * 1024
_CHUNK = 1024 * 1024


class ArchiveWriter:
    """Writes a backup. It has its name only when it is whole, and only its owner may read it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.parts: dict[str, Part] = {}

    @classmethod
    @contextmanager
    def beginning(cls, path: Path) -> Iterator["ArchiveWriter"]:
        """A backup that is written beside its name. What fails leaves nothing behind."""
        if path.exists():
            raise UnfitBackup(f"{path} is there already: name another file, since no backup is written over.")
        aside = path.with_name(f"{path.name}.part")
        aside.unlink(missing_ok=True)
        try:
            with os.fdopen(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b") as file:
                with zipfile.ZipFile(file, "w") as archive:
                    yield cls(archive)
                file.flush()
                os.fsync(file.fileno())
            aside.rename(path)
        finally:
            aside.unlink(missing_ok=True)

    def add(self, name: str, source: IO[bytes]) -> None:
        """Add a part, and note its size and checksum. Pictures are packed already; the database is packed here."""
        kind = zipfile.ZIP_DEFLATED if name == DATABASE else zipfile.ZIP_STORED
        size, digest = 0, hashlib.sha256()
        with self._archive.open(_head(name, kind), "w", force_zip64=True) as target:
            while chunk := source.read(_CHUNK):
                target.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        self.parts[name] = Part(size, digest.hexdigest())

    def finish(self, manifest: Manifest) -> None:
        """Add the manifest, which names all parts."""
        self._archive.writestr(_head(_MANIFEST, zipfile.ZIP_DEFLATED), manifest.text())


def _head(name: str, kind: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, time.localtime()[:6])
    info.compress_type, info.external_attr = kind, (stat.S_IFREG | 0o600) << 16
    return info


class ArchiveReader:
    """Reads a backup that anybody may have made."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._files = {info.filename: info for info in archive.infolist()}
        if len(self._files) != len(archive.infolist()):
            raise UnfitBackup("The backup has two parts with one name.")
        self.manifest = Manifest.read(self._manifest())
        self._require_named()

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator["ArchiveReader"]:
        """The backup in this file; `UnfitBackup` when it is none, or is damaged."""
        try:
            with zipfile.ZipFile(path) as archive:
                yield cls(archive)
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError) as error:
            raise UnfitBackup(f"{path} is no backup, or is damaged: {error}") from error

    def unpack(self, folder: Path) -> None:
        """Write all parts below an empty folder, each with exactly the bytes that the manifest promises."""
        for name in self.manifest.parts:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                self._copy(name, file)

    def verify(self) -> None:
        """Read all parts, and keep none."""
        with Path(os.devnull).open("wb") as nowhere:
            for name in self.manifest.parts:
                self._copy(name, nowhere)

    def _copy(self, name: str, target: IO[bytes]) -> None:
        part, digest, left = self.manifest.parts[name], hashlib.sha256(), self.manifest.parts[name].size
        try:
            with self._archive.open(self._files[name]) as source:
                # One byte more than is promised: a part that never ends is not read to its end.
                while chunk := source.read(min(_CHUNK, left + 1)):
                    left -= len(chunk)
                    if left < 0:
                        break
                    target.write(chunk)
                    digest.update(chunk)
        except zipfile.zlib.error as error:  # type: ignore[attr-defined]  # what zipfile lets through from zlib
            raise UnfitBackup(f"{name} in the backup is damaged.") from error
        if left or digest.hexdigest() != part.sha256:
            raise UnfitBackup(f"{name} in the backup is not what was written: its checksum or its size is wrong.")

    def _manifest(self) -> bytes:
        info = self._files.get(_MANIFEST)
        if info is None:
            raise UnfitBackup("There is no manifest in it: it was not made by `manage.py backup`.")
        with self._archive.open(info) as file:
            text = file.read(_MAX_MANIFEST + 1)
        if len(text) > _MAX_MANIFEST:
            raise UnfitBackup("The backup's manifest is larger than any backup needs.")
        return text

    def _require_named(self) -> None:
        """The archive holds the parts of the manifest and nothing else, as plain files that are packed as here."""
        if self._files.keys() - {_MANIFEST} != self.manifest.parts.keys():
            raise UnfitBackup("The backup holds other parts than its manifest names.")
        for name, info in self._files.items():
            # Without a mode (0) it was packed by a system that has none.
            if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG} or info.flag_bits & 1:
                raise UnfitBackup(f"{name} in the backup is no plain file.")
            kinds = {zipfile.ZIP_STORED} if name.startswith(UPLOADS) else {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
            if info.compress_type not in kinds:
                raise UnfitBackup(f"{name} in the backup is packed as no backup is.")
