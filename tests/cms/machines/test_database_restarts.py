"""PostgreSQL is restarted under the workers: none of them hangs on as if it were at work."""

from contextlib import closing

import psycopg
import pytest
from django.db import connection

# The marks ask for a test database, which is copied.
from tests.cms.machines.machine import wait_for

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def address(database_url):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is a file, which nobody restarts")
    return database_url


class Database:
    """A database as its operator sees it, from a connection that stays."""

    def __init__(self, own, server):
        self._own, self._server = own, server
        self.name = own.info.dbname

    def asked(self, statement):
        return self._own.execute(statement).fetchone()[0]

    def seen(self):
        beats = self._own.execute("SELECT seen FROM directory_heartbeat WHERE name = 'search'").fetchone()
        return beats and beats[0]

    def both_are_at_work(self):
        connected = self.asked("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return self.seen() and connected >= 3

    def goes_down(self):
        """What a restart does to those who are connected; then nobody is let in for a while."""
        # From another database: nobody shuts the one that he is in.
        self._server.execute(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS false")
        self._own.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

    def comes_up(self):
        self._server.execute(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS true")


@pytest.fixture
def database(address):
    """The test's database, seen from within and from beside it."""
    whole = f"{address.rpartition('/')[0]}/postgres"
    with (
        closing(psycopg.connect(address, autocommit=True)) as own,
        closing(psycopg.connect(whole, autocommit=True)) as server_itself,
    ):
        yield Database(own, server_itself)


def test_the_search_worker_goes_on_and_the_task_worker_ends_with_an_error_or_goes_on(database, machine):
    server = machine("first")
    search, tasks = server.start("search_index", "work"), server.start("db_worker", "--no-reload")
    log = server.home / "search_index.txt"

    def it_was_told_in_the_log():
        return "The database does not answer" in log.read_text()

    def it_is_at_work_again():
        return database.seen() > before

    wait_for(database.both_are_at_work)
    before = database.seen()
    database.goes_down()
    wait_for(it_was_told_in_the_log)
    database.comes_up()
    wait_for(it_is_at_work_again)
    assert search.poll() is None
    # A unit starts it again when it ends with an error; what must not be is that it ends well.
    assert tasks.poll() != 0
