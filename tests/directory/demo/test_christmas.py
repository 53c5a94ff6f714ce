"""Christmas in the demonstration: half of the places have answered, nobody is written to, and it comes at its time."""

from datetime import date, datetime

import pytest
from django.core import mail
from django.utils import timezone

from directory.asking.models import AskedOffer, Campaign, PlaceReply
from directory.asking.round import write_when_due
from directory.demo.christmas import load_christmas, next_christmas_eve
from directory.hard_days.models import HardDay
from tests import factories
from tests.directory.asking.campaigns import at

pytestmark = pytest.mark.django_db


def test_it_is_loaded_once_a_year_and_asks_nobody_by_mail(monkeypatch):
    eksempel = factories.MunicipalityFactory(title="Eksempel", slug="eksempel", made_up=True)
    house = factories.OrganisationFactory(parent=eksempel)
    for name in ("den-groenne-doer", "musik-for-alle"):
        house = type(house).objects.get(pk=house.pk)
        factories.OfferFactory(parent=house, title=name, external_id=f"eksempel--{name}", email="a@example.dk")
    at(monkeypatch, datetime(2026, 11, 30, 9))
    assert [load_christmas(), load_christmas()] == [2, 0]
    write_when_due()
    assert (mail.outbox, AskedOffer.objects.count(), PlaceReply.objects.count()) == ([], 2, 1)
    campaign, day = Campaign.objects.get(), HardDay.objects.get()
    campaign.full_clean()
    day.full_clean()
    assert list(day.campaigns.all()) == [campaign]
    assert timezone.localtime(day.begins_at).date() == date(2026, 12, 23)
    at(monkeypatch, datetime(2027, 2, 1, 9))
    assert load_christmas() == 2
    assert HardDay.objects.filter(begins_at__year=2027).count() == 1


@pytest.mark.parametrize(
    ("today", "year"), [(date(2026, 1, 1), 2026), (date(2026, 12, 27), 2026), (date(2026, 12, 28), 2027)]
)
def test_it_is_that_of_the_christmas_that_is_not_over(today, year):
    assert next_christmas_eve(today) == date(year, 12, 24)
