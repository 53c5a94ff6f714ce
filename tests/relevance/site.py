"""A site to measure: real taxonomies, words and offers, loaded as an installation loads them, in a throw-away folder."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Loading takes a minute, so the database is kept for the next run, named by what it was made of.
KEPT = ROOT / "build" / "relevance"
_SOURCES = (
    "directory/data",
    "directory/demo",
    "directory/importing",
    "directory/migrations",
    "directory/seeds",
    "tests/relevance/site.py",
)


@contextmanager
def opened(*, fresh: bool = False) -> Iterator[None]:
    """Django over a site with its index. The index is built again each time; the database if it must, or is to be."""
    with tempfile.TemporaryDirectory(prefix="vejviser-relevance-") as scratch:
        database = Path(scratch) / "site.sqlite3"
        kept = KEPT / f"{_fingerprint()}.sqlite3"
        if kept.exists() and not fresh:
            shutil.copyfile(kept, database)
        _set_up(Path(scratch), database)
        if fresh or not kept.exists():
            _fill()
            _keep(kept)
        from directory.indexing.source import entries  # noqa: PLC0415 - models exist once Django is set up
        from search import engine  # noqa: PLC0415 - configured once Django is set up

        engine().rebuild(entries())
        yield


def _set_up(folder: Path, database: Path) -> None:
    # Read by the settings module, so they have to be there before it is.
    os.environ["VEJVISER_VAR"] = str(folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{database}"
    os.environ["SEARCH_INDEX_DIR"] = str(folder / "index")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.relevance.settings"
    import django  # noqa: PLC0415 - reads the environment

    django.setup()


def _fill() -> None:
    # The models exist once Django is set up.
    from django.core.management import call_command  # noqa: PLC0415

    from directory.demo import tree  # noqa: PLC0415
    from directory.importing.read.rows import read  # noqa: PLC0415
    from directory.importing.run import Import  # noqa: PLC0415
    from directory.importing.write.bulk import bulk  # noqa: PLC0415
    from directory.seeds.loading import load_seeds  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    load_seeds()
    with bulk():
        # Without the made-up municipality: nobody has judged its offers.
        report = Import().run(read((tree.DATA / "offers.json").read_bytes()))
    if report.refused:
        raise RuntimeError(f"Offers that are judged were refused: {report.refused[:3]}")


def _keep(kept: Path) -> None:
    """Put a copy aside, whole or not at all, in place of older ones."""
    from django.db import connection  # noqa: PLC0415 - read once Django is set up

    KEPT.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(f".{os.getpid()}")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(fresh)])
    for old in KEPT.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    fresh.replace(kept)


def _fingerprint() -> str:
    digest = blake2b(digest_size=16)
    for source in _SOURCES:
        path = ROOT / source
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.suffix in {".py", ".json"}:
                digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()
