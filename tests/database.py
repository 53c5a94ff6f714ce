"""The test database: made once, kept from run to run, and filled again after tests that empty it.

What Django and pytest-django keep to themselves is touched here, and nowhere else in the tests.
"""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from pytest_django.plugin import blocking_manager_key

from tests import migrated


@pytest.fixture(scope="session")
def real_database() -> str:
    """The name of the database that the settings name, asked for before a test database takes its place."""
    return str(connection.settings_dict["NAME"])


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings) -> None:
    """Leave the migrations out where a database is at hand to which they were applied before."""
    if connection.vendor == "sqlite" and migrated.snapshot().exists():
        connection.settings_dict["TEST"]["MIGRATE"] = False


@pytest.fixture(scope="session")
def django_db_setup(real_database, django_db_setup, django_db_blocker) -> None:
    """The test database: restored where it can be, else kept for the next run."""
    if connection.settings_dict["NAME"] == real_database:
        # No test of this run wants a database, so none was made: what is there is somebody's own.
        return
    with django_db_blocker.unblock():
        if connection.settings_dict["TEST"].get("MIGRATE") is False:
            migrated.restore(migrated.snapshot())
            # Filled from the empty tables that the restored ones replace.
            ContentType.objects.clear_cache()
        elif connection.vendor == "sqlite":
            migrated.keep(migrated.snapshot())
        connection._test_serialized_contents = connection.creation.serialize_db_to_string()


@pytest.fixture(scope="session")
def written_by_migrations(django_db_setup) -> str:
    """What tests that empty the tables find again, when they are marked with `serialized_rollback`."""
    return getattr(connection, "_test_serialized_contents", "")


@pytest.fixture(scope="session")
def tell_connection(written_by_migrations) -> Callable[[], None]:
    """Tells the present connection what migrations wrote: one that is opened later knows nothing of the first one."""
    return lambda: setattr(connection, "_test_serialized_contents", written_by_migrations)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test that empties the tables gives back what migrations wrote, for the tests of other files that follow it."""
    yield
    marker = item.get_closest_marker("django_db")
    if marker is None or nextitem is None or not marker.kwargs.get("transaction"):
        return
    with item.config.stash[blocking_manager_key].unblock():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
