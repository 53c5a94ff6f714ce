"""What was set for a time happens at that time: it goes live, and it is taken down, on its page and in the search."""

from datetime import timedelta

import pytest
from django.utils import timezone

from directory.due.doing import do_due
from directory.models import DueWork, OfferPage
from tests.directory.reading import VEJLE
from tests.factories import DropInCentreFactory

pytestmark = pytest.mark.django_db


def ago(**time):
    return timezone.now() - timedelta(**time)


def address(offer):
    return offer.get_url_parts()[2]


def test_an_offer_whose_time_is_over_is_gone(client, owner):
    offer = DropInCentreFactory(title="Sommercafé", parent=owner, first_published_at=ago(days=9))
    OfferPage.objects.filter(pk=offer.pk).update(expire_at=ago(seconds=1))
    assert client.get(address(offer), HTTP_HOST=VEJLE).status_code == 200
    do_due()
    assert client.get(address(offer), HTTP_HOST=VEJLE).status_code == 410
    offer.refresh_from_db()
    assert (offer.live, offer.expired) == (False, True)


def test_an_offer_is_published_when_its_time_comes(client, owner):
    offer = DropInCentreFactory(title="Vintercafé", parent=owner, live=False)
    offer.go_live_at = timezone.now() + timedelta(hours=1)
    offer.save_revision().publish()
    do_due()
    assert client.get(address(offer), HTTP_HOST=VEJLE).status_code == 404
    revision = offer.revisions.get()
    revision.approved_go_live_at = ago(seconds=1)
    revision.content["go_live_at"] = ago(seconds=1).isoformat()
    revision.save()
    DueWork.objects.update(due=ago(seconds=1))
    do_due()
    assert client.get(address(offer), HTTP_HOST=VEJLE).status_code == 200
