"""An index in a folder that cannot be written to, any more or for this user, is read all the same."""

import os
import subprocess
import sys

from search import Entry, Query
from search.embedded.links import Links
from tests.search.engines import embedded

ROWS = [Entry(id=f"offer:{n}", title=f"Kor {n}") for n in range(30)]
ASK = """
import os, sys
from pathlib import Path
from search import Query
from tests.search.engines import embedded
folder = Path(sys.argv[1])
engine = embedded(folder)
before = engine.search(Query(text="kor")).total
for path in [folder, *folder.rglob("*")]:
    path.chmod(path.stat().st_mode & ~0o222)
print(os.access(folder, os.W_OK), before, engine.search(Query(text="kor")).total, embedded(folder).search(Query(text="kor")).total)
for path in [folder, *folder.rglob("*")]:
    path.chmod(path.stat().st_mode | 0o200)
print(engine.search(Query(text="kor")).total)
"""


def test_whoever_had_it_open_and_whoever_comes_find_what_was_there(tmp_path):
    embedded(tmp_path).rebuild(ROWS)
    # Root may write whatever the rights say, unless this ability is taken from it.
    under = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    command = [*under, sys.executable, "-c", ASK, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "30", "30", "30", "30"]


def test_what_somebody_else_writes_is_found_through_links_and_nothing_of_them_stays(tmp_path, monkeypatch):
    engine = embedded(tmp_path)
    engine.rebuild(ROWS)
    made = []

    class Seen(Links):
        def __init__(self, index):
            super().__init__(index)
            made.append(self.folder)

    monkeypatch.setattr("search.embedded.reader.Links", Seen)
    monkeypatch.setattr("search.embedded.reader.can_be_locked", lambda _index: False)
    reading = embedded(tmp_path)
    assert reading.search(Query(text="kor")).total == 30
    engine.put([Entry(id="offer:99", title="Kor 99")])
    assert reading.search(Query(text="kor")).total == 31
    assert len(made) >= 1
    engine.rebuild(ROWS)
    assert reading.search(Query(text="kor")).total == 30
    del reading, engine
    assert not any(folder.exists() for folder in made)
