"""A municipality that asks its places, and a place with an address."""

import pytest

from directory.models import OfferPage
from directory.reviewing.models import ReviewPlan
from tests import factories


@pytest.fixture
def plan(municipality_site):
    return ReviewPlan.objects.create(
        municipality=municipality_site, is_on=True, sender="Vejle Kommune", reply_to="vejviser@vejle.example.dk"
    )


@pytest.fixture
def house(plan):
    """Who holds the offers; its address is used where an offer has none."""
    return factories.OrganisationFactory(title="Huset", parent=plan.municipality, email="huset@example.dk")


@pytest.fixture
def offer(house):
    page = factories.OfferFactory(title="Strikkecafé", parent=house, phone="12345678", schedule_text="Torsdag")
    page.save_revision().publish()
    return OfferPage.objects.get(pk=page.pk)
