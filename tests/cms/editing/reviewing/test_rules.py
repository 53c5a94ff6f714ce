"""A refusal names the rule of who may be listed that it goes by, and the place is told where all rules stand."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Site

from directory.models import ListingRule
from tests import factories
from tests.cms.editing.reviewing.test_proposals import CHANGES, address, proposal, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def vejle():
    """A municipality with a site, one rule of its own, and the page that says so."""
    municipality = factories.MunicipalityFactory(title="Vejle", slug="vejle")
    Site.objects.create(hostname="vejle.example.dk", port=443, root_page=municipality)
    factories.TextPageFactory(parent=municipality, title="Regler", slug="regler", role="listing")
    return municipality


@pytest.fixture
def row(vejle):
    house = factories.OrganisationFactory(parent=type(vejle).objects.get(pk=vejle.pk))
    return proposal(factories.OfferFactory(title="Kursus", parent=house, phone="12345678"))


def test_a_rule_is_reason_enough_and_reaches_the_place_with_the_way_to_all_rules(operator, vejle, row):
    rule = ListingRule.objects.create(number=3, text="Prisen skal stå der.", municipality=vejle)
    operator.post(address(row), {"accepted": ["phone"], "reason": "", "rule": rule.pk})
    row.refresh_from_db()
    assert (row.rule, row.accepted) == (rule, ["phone"])
    [letter] = mail.outbox
    assert "Regel 3" in letter.body
    assert "Prisen skal stå der." in letter.body
    assert "https://vejle.example.dk/regler/" in letter.body


def test_the_rules_of_the_own_municipality_alone_can_be_named(operator, vejle, row):
    common = ListingRule.objects.create(number=1, text="Fælles regel.")
    assert "Fælles regel." in operator.get(address(row)).content.decode()
    own = ListingRule.objects.create(number=1, text="Vejles regel.", municipality=vejle)
    html = operator.get(address(row)).content.decode()
    assert "Vejles regel." in html
    assert "Fælles regel." not in html
    for key in (common.pk, "x", "9" * 400):
        answer = operator.post(address(row), {"accepted": [], "reason": "", "rule": key})
        assert "rule" in answer.context["form"].errors
    assert shown(row).phone == "12345678"
    assert mail.outbox == []
    operator.post(address(row), {"accepted": list(CHANGES), "reason": "", "rule": own.pk})
    assert "Vejles regel." in mail.outbox[0].body


def test_a_rule_that_a_listing_names_is_not_deleted(operator, vejle, row):
    rule = ListingRule.objects.create(number=3, text="Prisen skal stå der.", municipality=vejle)
    offer = shown(row)
    offer.listing_rule = rule
    offer.save()
    operator.post(reverse(ListingRule.snippet_viewset.get_url_name("delete"), args=[rule.pk]))
    assert ListingRule.objects.filter(pk=rule.pk).exists()
