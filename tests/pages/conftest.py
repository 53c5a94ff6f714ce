"""The site with its demonstration content, served once for all tests of pages, and its types of pages."""

import pytest

from tests.pages import served
from tests.pages.page_types import PAGE_TYPES


@pytest.fixture(scope="session")
def port():
    with served.with_everything() as number:
        yield number


@pytest.fixture(params=PAGE_TYPES, ids=lambda page_type: page_type.name)
def page_type(request, port):
    return request.param.on(port)
