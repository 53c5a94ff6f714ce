"""Copying a database at one moment, and putting a copy in its place, by each kind's own means."""

import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Protocol

from django.db import DatabaseError, connection

from cms.backups.manifest import UnfitBackup

#: Seconds that SQLite is given to begin. Who writes is done in much less, unless the site hangs.
_PATIENCE = 30.0


class Database(Protocol):
    """A kind of database that can be kept."""

    kind: str

    def server(self) -> int:
        """The major version that a copy needs at least; 0 where none matters."""

    def dump(self, path: Path) -> None:
        """Write all of it, as it is at one moment, while others go on reading and writing."""

    def load(self, path: Path) -> None:
        """Put a copy in place of all that is there, or leave everything as it is and say why."""


def database() -> Database:
    """The database of this site."""
    return PostgreSql() if connection.vendor == "postgresql" else Sqlite()


class Sqlite:
    """Copied by SQLite's own backup: a file that is copied while it is written lacks what stands in its log."""

    kind = "sqlite"

    def server(self) -> int:
        return 0

    def dump(self, path: Path) -> None:
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            try:
                connection.connection.backup(copy, progress=_patience())
            except sqlite3.Error as error:
                raise UnfitBackup(f"The database cannot be copied: {error}") from error
            # One file, without a log beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
            _require_sound(copy)

    def load(self, path: Path) -> None:
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            _require_sound(copy)
            try:
                # In one transaction of the database that is there: whoever has it open sees all of it or nothing.
                copy.backup(connection.connection, progress=_patience())
            except sqlite3.Error as error:
                raise UnfitBackup(f"The database cannot be replaced: {error}. Stop the site first.") from error
        connection.close()


def _patience() -> Callable[[int, int, int], None]:
    """What SQLite calls between its tries, which else would have no end while somebody else is writing."""
    deadline = time.monotonic() + _PATIENCE

    def look(_status: int, left: int, _total: int) -> None:
        if left and time.monotonic() > deadline:
            raise sqlite3.OperationalError("somebody is using it")

    return look


def _require_sound(copy: sqlite3.Connection) -> None:
    try:
        told = copy.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        told = str(error)
    if told != "ok":
        raise UnfitBackup(f"The database is damaged: {told}")


class PostgreSql:
    """Copied by pg_dump, put back by pg_restore, which have to be as new as the server."""

    kind = "postgresql"

    def server(self) -> int:
        connection.ensure_connection()
        return connection.pg_version // 10_000

    def dump(self, path: Path) -> None:
        _run("pg_dump", "--format=custom", "--compress=0", "--no-owner", "--no-privileges", f"--file={path}")

    def load(self, path: Path) -> None:
        """Into a schema of its own first: what is there is dropped when all of it has come."""
        _execute("ALTER SCHEMA public RENAME TO before_restore", "CREATE SCHEMA public")
        try:
            _run("pg_restore", str(path), "--schema=public", "--no-owner", "--no-privileges", "--single-transaction")
        except UnfitBackup:
            _execute("DROP SCHEMA public CASCADE", "ALTER SCHEMA before_restore RENAME TO public")
            raise
        _execute("DROP SCHEMA before_restore CASCADE", "GRANT USAGE ON SCHEMA public TO PUBLIC")
        connection.close()


def _execute(*statements: str) -> None:
    try:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    except DatabaseError as error:
        raise UnfitBackup(f"The site's user has to own the database to restore it: {error}") from error


def _run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs on the site's database. The password goes by its environment, where nobody looks."""
    found = shutil.which(program)
    if found is None:
        raise UnfitBackup(f"{program} is missing: install PostgreSQL's client programs (postgresql-client).")
    command, secrets = connection.client.settings_to_cmd_args_env(
        connection.settings_dict, ["--no-password", *arguments, "--dbname"]
    )
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program, no shell
        [found, *command[1:]], env=os.environ | (secrets or {}), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise UnfitBackup(f"{program}: {done.stderr.strip()[-1000:]}")
