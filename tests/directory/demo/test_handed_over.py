"""The hand-overs of the demonstration: one in every state, for its support worker, and nobody is written to about the older ones."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.core import mail

from directory.demo.handed_over import load_referrals
from directory.demo.login import SUPPORT_WORKER
from directory.demo.tree import DATA, EXAMPLE
from directory.referrals.models import NamedList, Referral
from directory.referrals.round import do_the_round
from directory.referrals.states import ReferralState
from directory.referrals.words import unseal
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def eksempel(municipality_site):
    """The offers that the demonstration's file names, and its support worker."""
    told = json.loads((DATA / "handed_over.json").read_text(encoding="utf-8"))
    names = {row["offer"] for row in told["rows"]} | {name for row in told["lists"] for name in row["offers"]}
    house = factories.OrganisationFactory(parent=factories.MunicipalityFactory(title="Eksempel", slug=EXAMPLE))
    for name in sorted(names):
        parent = type(house).objects.get(pk=house.pk)
        factories.OfferFactory(title=name, external_id=name, email="sted@eksempel.example", parent=parent)
    return get_user_model().objects.create_user(SUPPORT_WORKER, "bostoette@eksempel.example")


def test_there_is_one_in_every_state_and_they_are_written_once(eksempel):
    assert load_referrals() == Referral.objects.count() > 0
    assert load_referrals() == 0
    assert set(Referral.objects.values_list("state", flat=True)) == set(ReferralState.values)
    assert all(unseal(row.words) or not row.is_open for row in Referral.objects.all())
    assert NamedList.objects.filter(owner=eksempel).count() == 2


def test_only_the_newest_is_told_and_nothing_of_it_is_overdue(eksempel):
    load_referrals()
    states = list(Referral.objects.values_list("pk", "state"))
    do_the_round()
    assert list(Referral.objects.values_list("pk", "state")) == states
    assert sorted(letter.to[0] for letter in mail.outbox) == ["bostoette@eksempel.example", "sted@eksempel.example"]


def test_without_keys_there_are_none(eksempel, settings):
    settings.REFERRAL_KEYS = []
    assert load_referrals() == 0
