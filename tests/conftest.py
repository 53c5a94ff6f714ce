"""Fixtures that every test may use: the real servers, one of each for a run, the search, and a municipality's site."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.signals import request_finished
from django.db import connection, connections
from django.test import TestCase
from django.utils import translation
from hypothesis import settings
from playwright.sync_api import Browser, Page
from wagtail.models import Site

import search
from directory.facets import indexed
from directory.indexing.stamps import begin
from directory.models import MunicipalityPage
from directory.vocabulary import current, overlay
from directory.vocabulary.current import forget_words
from tests import factories
from tests.services import chromium
from tests.services.availability import ServiceMissing, unavailable
from tests.services.shared_node import begin_run, shared_url

pytest_plugins = ["tests.database"]

# A machine that others use too makes single examples slow, which says nothing about the code.
settings.register_profile("here", deadline=None)
# What CI found is found again by the next run: the same examples every time.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_configure() -> None:
    # Sites that tests start beside this process do not spend minutes on reading offers with the sentence model.
    os.environ.setdefault("SEARCH_MEANING", "off")
    begin_run()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that are slow as a whole, so that no process is left alone with one at the end."""
    others = {item.path for item in items if item.get_closest_marker("slow") is None}
    items.sort(key=lambda item: item.path in others)


@pytest.fixture(autouse=True, scope="session")
def figures_by_hand() -> None:
    """No request of a test writes what was counted, which it would do every ten seconds: queries are pinned."""
    request_finished.disconnect(dispatch_uid="cms.health.counting")


@pytest.fixture(autouse=True)
def language_of_one_test() -> Iterator[None]:
    """A request leaves its language to its thread: the next test begins with the site's own."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """A real Elasticsearch: SEARCH_URL when set, else one node for the whole run. Use a prefix of your own in it."""
    try:
        return os.environ.get("SEARCH_URL") or shared_url()
    except ServiceMissing as missing:
        unavailable(str(missing))


@pytest.fixture(scope="session")
def browser(django_db_setup, tell_connection) -> Iterator[Browser]:
    """A real, headless Chromium. Open a context or use `page`."""
    # Playwright keeps an event loop in this thread, in which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with chromium.browser() as launched:
            # Under that event loop Django opens a connection of its own.
            tell_connection()
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


@pytest.fixture
def search_site(tmp_path, settings) -> Iterator[Callable[..., search.Engine]]:
    """Configures the search as the site does, with an index of the test's own: pass what is to differ.

    `search_site(url="http://...")` is a site with a server, which is given with its engine.
    """

    def configured(**changes: Any) -> search.Engine:
        usual = {"url": "", "index_dir": tmp_path / "index", "facets": indexed()}
        settings.SEARCH_INDEX_DIR = str((usual | changes)["index_dir"])
        search.configure(**usual | {"vocabulary": current, "overlay": overlay} | changes)
        return search.engine()

    everybodys = settings.SEARCH_INDEX_DIR
    yield configured
    configured(index_dir=everybodys)


@pytest.fixture
def index(search_site, settings) -> Iterator[search.Engine]:
    """A fresh search index, kept up to date as on the site; use `committed` around what is to be found."""
    settings.SEARCH_LIVE_UPDATES = True
    # A test that is taken back gives its version of the words to the next one.
    forget_words()
    engine = search_site()
    # As the site makes it, so that changes are written down for it.
    engine.rebuild([], begin("embedded"))
    yield engine
    forget_words()


@pytest.fixture
def committed():
    """A block whose end is the end of the transaction: what waits for the commit is done then."""

    @contextmanager
    def block():
        # What was made ready before never commits, and what is said once a transaction would count as said.
        connection.run_on_commit.clear()
        with TestCase.captureOnCommitCallbacks(execute=True) as callbacks:
            yield callbacks

    return block


@pytest.fixture
def municipality_site(db) -> MunicipalityPage:
    """Vejle with a site of its own at vejle.localhost, a search page there and on the portal, and the national branch.

    There is no offer yet. A test that searches asks for `index` before it writes any.
    """
    vejle = factories.MunicipalityFactory(title="Vejle", slug="vejle")
    Site.objects.create(hostname="vejle.localhost", site_name="Vejle", root_page=vejle)
    factories.FindOffersFactory()
    factories.FindOffersFactory(parent=vejle)
    factories.NationalBranchFactory()
    # A fresh row: it has children now.
    return MunicipalityPage.objects.get(pk=vejle.pk)
