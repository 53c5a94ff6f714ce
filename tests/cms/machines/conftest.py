"""A database that app servers share: of the kind that the run is on, made from one that is migrated already."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from typing import Self

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from tests import migrated
from tests.cms.machines.machine import Machine


@pytest.fixture
def new_database(tmp_path, django_db_setup, django_db_blocker) -> Iterator[Callable[..., str]]:
    """Makes a database: a copy of the migrated one, or one without a table. The address of it."""
    if connection.vendor != "postgresql":

        def made(*, empty: bool = False) -> str:
            path = tmp_path / f"site-{secrets.token_hex(4)}.sqlite3"
            if not empty:
                shutil.copy(migrated.snapshot(), path)
            return f"sqlite:///{path}"

        yield made
        return
    with django_db_blocker.unblock():
        # Nobody may be connected to what is copied.
        connection.close()
    with _Server(connection.settings_dict) as server:
        yield server.create


class _Server:
    """The PostgreSQL of the run. What is created is dropped at the end."""

    def __init__(self, told: dict) -> None:
        self._told = told
        self._names: list[str] = []

    def create(self, *, empty: bool = False) -> str:
        name = f"shared_{secrets.token_hex(4)}"
        template = "template0" if empty else self._told["NAME"]
        self._run("CREATE DATABASE {} TEMPLATE {}", name, template)
        self._names.append(name)
        login = f"{self._told['USER']}:{self._told['PASSWORD']}".rstrip(":")
        return f"postgresql://{login}@{self._told['HOST']}:{self._told['PORT']}/{name}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        for name in self._names:
            self._run("DROP DATABASE {} WITH (FORCE)", name)

    def _run(self, statement: str, *names: str) -> None:
        to = {key.lower(): self._told[key] for key in ("HOST", "PORT", "USER", "PASSWORD") if self._told[key]}
        with psycopg.connect(**to, dbname="postgres", autocommit=True) as admin:
            admin.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@pytest.fixture
def database_url(new_database) -> str:
    """The database of a site that is migrated, and empty."""
    return new_database()


@pytest.fixture
def machine(tmp_path, database_url) -> Iterator[Callable[..., Machine]]:
    """Sets up app servers of one site, by name."""
    made: list[Machine] = []

    def set_up(name: str, search_url: str = "") -> Machine:
        made.append(Machine(tmp_path / name, database_url, search_url))
        return made[-1]

    yield set_up
    for one in made:
        one.close()
