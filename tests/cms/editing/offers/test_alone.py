"""Rights with an offer in a listing are those that Wagtail finds, without its questions to the database."""

from itertools import chain, combinations

import pytest
from wagtail.models import PagePermissionTester

from cms.editing.offers.alone import AlonePermissions
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
RIGHTS = ("add_page", "change_page", "publish_page", "bulk_delete_page")


def test_who_may_delete_an_offer_is_the_same(django_assert_num_queries):
    for rights in chain.from_iterable(combinations(RIGHTS, count) for count in range(len(RIGHTS) + 1)):
        house = factories.OrganisationFactory()
        user = people.editor("-".join(rights) or "ingen", house, *rights)
        for live in (True, False):
            for owner in (user, None):
                offer = factories.OfferFactory(parent=type(house).objects.get(pk=house.pk), live=live, owner=owner)
                found = AlonePermissions(user, offer)
                with django_assert_num_queries(0):
                    may = found.can_delete()
                assert may == PagePermissionTester(user, offer).can_delete(), (rights, live, owner)
