"""Two machines that are upgraded at the same moment load the seeds once."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests import migrated

# It empties the tables, and gives back what migrations wrote.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ROOT = Path(__file__).resolve().parents[3]
LOAD = "import django; django.setup(); from directory.seeds.loading import load_seeds; print(*load_seeds(), sep='\\n')"
COUNT = (
    "import django; django.setup(); from directory.models import *; from wagtail.models import Page; "
    "print([m.objects.count() for m in (Need, Helpline, StartCard, SynonymGroup, TextPage)], Page.find_problems())"
)


@pytest.fixture
def database(tmp_path) -> str:
    """The address of a migrated database that several processes may open."""
    if connection.vendor == "sqlite":
        shutil.copy(migrated.snapshot(), tmp_path / "site.sqlite3")
        # As `migrate` leaves a site's database. Two that switch it at once would not wait for each other in SQLite itself.
        with sqlite3.connect(tmp_path / "site.sqlite3") as copy:
            copy.execute("PRAGMA journal_mode=WAL")
        copy.close()
        return f"sqlite:///{tmp_path / 'site.sqlite3'}"
    told = connection.settings_dict
    return f"postgresql://{told['USER']}:{told['PASSWORD']}@{told['HOST']}:{told['PORT']}/{told['NAME']}"


def start(database: str, folder: Path, code: str) -> subprocess.Popen:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.development",
        "DATABASE_URL": database,
        "VEJVISER_VAR": str(folder),
        "SEARCH_URL": "",
    }
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_nothing_is_doubled_and_neither_fails(database, tmp_path):
    both = [start(database, tmp_path, LOAD) for _ in range(2)]
    said = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], [err[-1000:] for _out, err in said]
    new = sorted(sum("Behov: 78 nye" in line for line in out.splitlines()) for out, _err in said)
    assert new == [0, 1]
    counts, _err = start(database, tmp_path, COUNT).communicate()
    assert counts.split("] (")[0] == "[78, 9, 21, 137, 6"
    assert counts.strip().endswith("([], [], [], [], [])")
