"""Backups as somebody with bad intentions, or a bad disk, would make them."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_TOLD = {
    "format": 1,
    "made": "2026-11-20T12:00:00+00:00",
    "versions": {"vejviser": "0.1.0"},
    "server": 0,
    "migrations": ["directory.0001_initial"],
}


def plain(path: Path, kind: str, uploads: dict[str, bytes]) -> Path:
    """A backup that fits, as far as anybody can tell before its database is read."""
    parts = {"database": b"a database " * 5000, "secret-key": b"a key"} | uploads
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", json.dumps(_TOLD | {"database": kind, "parts": dict.fromkeys(parts)}))
        for name, text in parts.items():
            archive.writestr(name, text)
    return forged(path)


def forged(
    path: Path,
    parts: dict[str, bytes] | None = None,
    told: Callable[[dict[str, Any]], Any] | None = None,
    *,
    unnamed: dict[str | zipfile.ZipInfo, bytes] | None = None,
    kind: int = zipfile.ZIP_STORED,
) -> Path:
    """Write a backup again with other parts, rightly named, with something else told of it, and with parts not named."""
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        contents = {name: archive.read(name) for name in manifest["parts"]} | (parts or {})
    manifest["parts"] = {
        name: {"size": len(text), "sha256": hashlib.sha256(text).hexdigest()} for name, text in contents.items()
    }
    if told:
        told(manifest)
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, text in (contents | (unnamed or {})).items():
            archive.writestr(name, text)
        archive.writestr("manifest.json", json.dumps(manifest))
    return path
