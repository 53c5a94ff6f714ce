"""Fixtures that every test may use: the real servers, one of each for a run."""

import os
from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.test import TestCase
from hypothesis import settings
from playwright.sync_api import Browser, Page
from pytest_django.plugin import blocking_manager_key

import search
from directory.facets import FACETS
from directory.vocabulary import current, overlay
from directory.vocabulary.current import forget_words
from tests import migrated
from tests.services import chromium
from tests.services.availability import ServiceMissing, unavailable
from tests.services.shared_node import begin_run, shared_url

# A machine that others use too makes single examples slow, which says nothing about the code.
settings.register_profile("here", deadline=None)
# What CI found is found again by the next run: the same examples every time.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_configure() -> None:
    begin_run()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that are slow as a whole, so that no process is left alone with one at the end."""
    others = {item.path for item in items if item.get_closest_marker("slow") is None}
    items.sort(key=lambda item: item.path in others)


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """A real Elasticsearch: SEARCH_URL when set, else one node for the whole run. Use a prefix of your own in it."""
    try:
        return os.environ.get("SEARCH_URL") or shared_url()
    except ServiceMissing as missing:
        unavailable(str(missing))


@pytest.fixture(scope="session")
def browser(django_db_setup, written_by_migrations) -> Iterator[Browser]:
    """A real, headless Chromium. Open a context or use `page`."""
    # Playwright keeps an event loop in this thread, in which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with chromium.browser() as launched:
            # Under that event loop Django opens a connection of its own, which knows nothing of the first one.
            connection._test_serialized_contents = written_by_migrations
            yield launched
            # That connection would keep the test database from being dropped.
            connections.close_all()
    except ServiceMissing as missing:
        unavailable(str(missing))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a visitor who reads Danish, at the size of a small laptop."""
    context = browser.new_context(
        locale="da-DK", timezone_id="Europe/Copenhagen", viewport={"width": 1280, "height": 800}
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings) -> None:
    """Leave the migrations out where a database is at hand to which they were applied before."""
    if connection.vendor == "sqlite" and migrated.snapshot().exists():
        connection.settings_dict["TEST"]["MIGRATE"] = False


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test that empties the tables gives back what migrations wrote, for the tests of other files that follow it."""
    yield
    marker = item.get_closest_marker("django_db")
    if marker is None or nextitem is None or not marker.kwargs.get("transaction"):
        return
    with item.config.stash[blocking_manager_key].unblock():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture(scope="session")
def real_database() -> str:
    """The name of the database that the settings name, asked for before a test database takes its place."""
    return str(connection.settings_dict["NAME"])


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


@pytest.fixture
def index(tmp_path, settings):
    """A fresh search index, kept up to date as on the site; use `committed` around what is to be found."""
    settings.SEARCH_LIVE_UPDATES = True
    # A test that is taken back gives its version of the words to the next one.
    forget_words()
    search.configure(url="", index_dir=tmp_path / "index", facets=FACETS.names, vocabulary=current, overlay=overlay)
    search.engine().rebuild([])
    yield search.engine()
    forget_words()
    search.configure(
        url="", index_dir=settings.SEARCH_INDEX_DIR, facets=FACETS.names, vocabulary=current, overlay=overlay
    )


@pytest.fixture
def committed():
    """A block whose end is the end of the transaction: what waits for the commit is done then."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)
