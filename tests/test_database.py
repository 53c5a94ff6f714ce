"""The tests leave the database alone that somebody works with."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ALONE = "def test_it(django_db_setup, written_by_migrations): assert written_by_migrations == ''"


def test_a_run_without_tests_of_the_database_does_not_touch_a_real_one(tmp_path):
    """Tests of pages in a browser ask for the fixtures of the database, but for no database."""
    test = ROOT / "tests" / f"test_alone_{os.getpid()}.py"
    test.write_text(ALONE)
    environment = os.environ | {"VEJVISER_VAR": str(tmp_path)}
    environment.pop("DATABASE_URL", None)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", str(test)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        test.unlink()
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (tmp_path / "vejviser.sqlite3").exists()
