"""An index in a folder that cannot be written to. tantivy makes a lock beside whatever it reads, so it reads through links elsewhere."""

import os
import shutil
import tempfile
import weakref
from pathlib import Path


def can_be_locked(index: Path) -> bool:
    """Whether whoever reads may make its lock in this folder."""
    return os.access(index, os.W_OK)


class Links:
    """A folder of links to the files of an index, which goes away with this object."""

    def __init__(self, index: Path) -> None:
        self._index = index
        self.folder = Path(tempfile.mkdtemp(prefix="vejviser-index-"))
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self.renew()

    def renew(self) -> None:
        """Link to what was written since: somebody else may be able to."""
        there = {path.name for path in self.folder.iterdir()}
        for path in self._index.iterdir():
            if path.suffix != ".lock" and path.name not in there:
                (self.folder / path.name).symlink_to(path)
