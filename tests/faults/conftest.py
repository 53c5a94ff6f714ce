"""Sites and servers that tests may break. Each has its own: what others use stays whole."""

from collections.abc import Callable, Iterator

import pytest

from tests import migrated
from tests.faults.site import Site
from tests.services.availability import ServiceMissing, unavailable
from tests.services.elasticsearch import Node, cluster, node


@pytest.fixture(scope="module")
def server() -> Iterator[Node]:
    """One Elasticsearch that a module's tests may pause and kill, as long as they leave it running."""
    try:
        with node(heap=384) as single:
            yield single
    except ServiceMissing as missing:
        unavailable(str(missing))


@pytest.fixture(scope="module")
def three_servers() -> Iterator[list[Node]]:
    """A cluster of three."""
    try:
        with cluster() as members:
            yield members
    except ServiceMissing as missing:
        unavailable(str(missing))


@pytest.fixture
def site_on(tmp_path, django_db_setup) -> Iterator[Callable[[str], Site]]:
    """Makes a site that has this address as its SEARCH_URL."""
    made = []

    def make(search_url: str) -> Site:
        made.append(Site(tmp_path, migrated.snapshot(), search_url))
        made[-1].edit(seed=0, edits=0).wait()
        made[-1].manage("search_index", "rebuild")
        return made[-1]

    yield make
    for site in made:
        site.kill_worker()
