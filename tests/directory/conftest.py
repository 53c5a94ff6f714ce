"""What tests of the directory share."""

import pytest

from tests.factories import OrganisationFactory


@pytest.fixture
def vejle(index, municipality_site):
    """The municipality, whose offers are searched from the first one on."""
    return municipality_site


@pytest.fixture
def owner(vejle):
    return OrganisationFactory(title="Huset", parent=vejle)
