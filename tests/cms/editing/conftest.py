"""What tests of the editors' tools share."""

import pytest
from bs4 import BeautifulSoup

from tests import factories
from tests.cms.editing import people


@pytest.fixture
def portal():
    return factories.portal()


@pytest.fixture
def operator():
    """A browser of a person who may do everything."""
    return people.signed_in(people.operator())


@pytest.fixture
def seen():
    """The titles that a listing shows, in order."""

    def titles(response):
        assert response.status_code == 200
        rows = BeautifulSoup(response.content, "html.parser").select("td.title .title-wrapper")
        return [row.get_text(" ", strip=True) for row in rows]

    return titles
