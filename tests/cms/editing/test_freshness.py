"""The filter on freshness says the same as the offer itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.editing.common.freshness import FreshnessGroup, freshness_of, is_fresh, months_before
from directory.models import OfferPage
from directory.models.facts.freshness import months_between
from tests import factories


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2026, 1, 1), 1, date(2025, 12, 1)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_the_end_of_a_short_month_stands_for_the_days_that_it_lacks(day, months, before):
    assert months_before(day, months) == before


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 900), st.sampled_from([1, 3, 6, 12]))
def test_a_listing_is_overdue_from_the_day_on_which_that_many_months_have_passed(today, age, months):
    checked = today - timedelta(days=age)
    assert (checked <= months_before(today, months)) == (months_between(checked, today) >= months)


@pytest.mark.django_db
def test_the_filter_finds_what_the_offers_say_of_themselves():
    organisation = factories.OrganisationFactory()
    today = date.today()
    for days in (None, 0, 20, 40, 100, 200, 400):
        for interval in (1, 3, 6, 12):
            checked = None if days is None else today - timedelta(days=days)
            factories.OfferFactory(parent=organisation, verified_on=checked, review_interval=interval)
    for freshness in FreshnessGroup:
        found = set(OfferPage.objects.filter(is_fresh(freshness)))
        assert found == {offer for offer in OfferPage.objects.all() if freshness_of(offer) == freshness}
        assert found
