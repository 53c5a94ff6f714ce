"""PostgreSQL is restarted under the workers: none of them hangs on as if it were at work."""

import time
from contextlib import closing

import psycopg
import pytest
from django.db import connection

pytestmark = [pytest.mark.slow]

PATIENCE = 240.0


@pytest.fixture
def address(database_url):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is a file, which nobody restarts")
    return database_url


def wait_for(happened):
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, happened.__name__
        time.sleep(0.2)


class Watched:
    """The database as somebody sees it who stays connected."""

    def __init__(self, own, name):
        self._own, self._name = own, name

    def asked(self, statement):
        return self._own.execute(statement).fetchone()[0]

    def seen(self):
        """When the search worker last left a sign of life."""
        return self.asked("SELECT max(seen) FROM directory_heartbeat WHERE name = 'search'")

    def both_are_at_work(self):
        here = self.asked("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return self.seen() and here >= 3

    def let_in(self, *, nobody):
        self._own.execute(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS {'false' if nobody else 'true'}")

    def cut_off_all_others(self):
        self._own.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_the_search_worker_goes_on_and_the_task_worker_does_not_end_well(address, machine):
    server = machine("first")
    search, tasks = server.start("search_index", "work"), server.start("db_worker", "--no-reload")
    with closing(psycopg.connect(address, autocommit=True)) as own:
        watched = Watched(own, address.rpartition("/")[2])
        wait_for(watched.both_are_at_work)
        before = watched.seen()
        # What a restart does to those who are connected, and then nobody is let in for a while.
        watched.let_in(nobody=True)
        watched.cut_off_all_others()
        log = server.home / "search_index.txt"
        wait_for(lambda: "The database does not answer" in log.read_text())
        watched.let_in(nobody=False)
        wait_for(lambda: watched.seen() > before)
    assert search.poll() is None
    # A unit starts it again when it ends with an error; what must not be is that it ends well.
    assert tasks.poll() != 0
