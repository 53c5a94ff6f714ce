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


def test_the_search_worker_goes_on_and_the_task_worker_ends_with_an_error_or_goes_on(address, machine):
    server = machine("first")
    search, tasks = server.start("search_index", "work"), server.start("db_worker", "--no-reload")
    name = address.rpartition("/")[2]
    with closing(psycopg.connect(address, autocommit=True)) as own:

        def asked(statement):
            return own.execute(statement).fetchone()[0]

        def both_are_at_work():
            beats = asked("SELECT count(*) FROM directory_heartbeat WHERE name = 'search'")
            return beats and asked("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()") >= 3

        wait_for(both_are_at_work)
        before = asked("SELECT seen FROM directory_heartbeat WHERE name = 'search'")
        # What a restart does to those who are connected, and then nobody is let in for a while.
        own.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        own.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

        def it_was_told_in_the_log():
            return "The database does not answer" in (server.home / "search_index.txt").read_text()

        wait_for(it_was_told_in_the_log)
        own.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")

        def the_search_worker_is_at_work_again():
            return asked("SELECT seen FROM directory_heartbeat WHERE name = 'search'") > before

        wait_for(the_search_worker_is_at_work_again)
    assert search.poll() is None
    # A unit starts it again when it ends with an error; what must not be is that it ends well.
    assert tasks.poll() != 0
