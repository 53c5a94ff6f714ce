"""Whether the files of an index are what was written: a disk, or somebody, may have changed them since.

tantivy closes each file with a line of its own that has the checksum of what stands before it (the layout is tried by a
test, since it is not part of tantivy's interface), and reads on without looking when the index is open already.
"""

import json
import struct
import zlib
from pathlib import Path

_MAGIC = 1337
#: Of every segment. Postings, positions, words, documents, columns, lengths.
_KINDS = frozenset((".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm"))
_CHUNK = 1024 * 1024


class Soundness:
    """Remembers which files of an index were found to be whole, so that only what changed is read again."""

    def __init__(self) -> None:
        self._known: set[tuple[str, int, int]] = set()

    def require(self, index: Path) -> None:
        """Raise `ValueError` or `OSError` for an index with a file that is missing or not what was written."""
        while True:
            meta = (index / "meta.json").read_bytes()
            try:
                return self._require(index, [str(one["segment_id"]) for one in json.loads(meta)["segments"]])
            except (ValueError, OSError):
                # A merge may have taken the files away under the question.
                if meta == (index / "meta.json").read_bytes():
                    raise

    def _require(self, index: Path, segments: list[str]) -> None:
        seen = set()
        for segment in segments:
            paths = sorted(index.glob(f"{segment.replace('-', '')}.*"))
            missing = _KINDS - {path.suffix for path in paths}
            if missing:
                raise ValueError(f"files are missing: {', '.join(sorted(missing))}")
            for path in paths:
                about = path.stat()
                this = (path.name, about.st_size, about.st_mtime_ns)
                if this not in self._known:
                    _require_whole(path)
                seen.add(this)
        self._known = seen


def _require_whole(path: Path) -> None:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 8))
        length, magic = struct.unpack("<II", file.read(8)) if size >= 8 else (0, 0)
        end = size - 8 - length
        if magic != _MAGIC or end < 0:
            raise ValueError(f"{path.name} has no end")
        file.seek(end)
        told = int(json.loads(file.read(length))["crc"])
        file.seek(0)
        found = 0
        for start in range(0, end, _CHUNK):
            found = zlib.crc32(file.read(min(_CHUNK, end - start)), found)
    if found != told:
        raise ValueError(f"{path.name} is not what was written")
