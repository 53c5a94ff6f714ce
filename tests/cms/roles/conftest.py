"""Two municipalities at work."""

import pytest

from cms.municipalities.adding import add
from cms.municipalities.area import Area
from tests import factories
from tests.cms.editing import people
from tests.cms.roles.towns import town


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files of a test lie with the test."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def operator():
    """A browser of a person who may do everything."""
    return people.signed_in(people.operator())


@pytest.fixture
def vejle():
    return town("Vejle")


@pytest.fixture
def kolding():
    return town("Kolding")


@pytest.fixture
def whole():
    """What belongs to no municipality, with people of its own."""
    factories.NationalBranchFactory()
    add(Area(None))
    return Area(None)
