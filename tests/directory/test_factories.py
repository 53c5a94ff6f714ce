"""The factories make pages that Wagtail finds valid."""

import pytest

from directory.models import OfferAudience, OfferPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", sorted(factories.OFFER_FACTORIES))
def test_every_kind_of_offer_can_be_made_with_its_relations(kind):
    group = factories.TargetGroupFactory()
    offer = factories.OFFER_FACTORIES[kind](
        needs=[factories.NeedFactory()],
        languages=[factories.LanguageFactory()],
        audiences=[OfferAudience(level="mainly", target_group=group)],
        place=factories.PlaceFactory(),
    )
    offer.full_clean()
    row = OfferPage.objects.for_index().get(pk=offer.pk)
    assert (row.needs.count(), row.languages.count(), row.audiences.count()) == (1, 1, 1)
    assert row.specific.kind == kind


def test_two_offers_share_an_organisation_when_it_is_named():
    organisation = factories.OrganisationFactory()
    factories.OfferFactory(parent=organisation)
    factories.GuidanceFactory(parent=organisation)
    assert OfferPage.objects.child_of(organisation).count() == 2
