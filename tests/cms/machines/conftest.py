"""A database that app servers share: of the kind that the run is on, made from one that is migrated already."""

import secrets
import shutil
from collections.abc import Callable, Iterator

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from tests import migrated
from tests.cms.machines.machine import Machine


@pytest.fixture
def database_url(tmp_path, django_db_setup, django_db_blocker) -> Iterator[str]:
    if connection.vendor != "postgresql":
        shutil.copy(migrated.snapshot(), tmp_path / "site.sqlite3")
        yield f"sqlite:///{tmp_path / 'site.sqlite3'}"
        return
    with django_db_blocker.unblock():
        connection.close()
        told = connection.settings_dict
    name, template = sql.Identifier(f"shared_{secrets.token_hex(4)}"), sql.Identifier(told["NAME"])
    server = {name.lower(): told[name] for name in ("HOST", "PORT", "USER", "PASSWORD") if told[name]}
    server["dbname"] = "postgres"
    with psycopg.connect(**server, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, template))
    yield f"postgresql://{told['USER']}:{told['PASSWORD']}@{told['HOST']}:{told['PORT']}/{name.as_string(None)[1:-1]}"
    with psycopg.connect(**server, autocommit=True) as admin:
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


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
