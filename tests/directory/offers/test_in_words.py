"""Facts of an offer in words: numbers with one end open, distances, and who checked it when."""

from datetime import date

import pytest
from django.utils import timezone, translation

from directory.models import KINDS
from directory.offers.audience import age_line
from directory.offers.cards import distance_line
from directory.offers.freshness import freshness
from directory.offers.page import surroundings

Offer = KINDS["drop_in_centre"]


@pytest.fixture(autouse=True)
def danish():
    with translation.override("da"):
        yield


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, ""),
        (0, None, "Alle aldre"),
        (18, None, "Fra 18 år"),
        (None, 25, "Op til 25 år"),
        (0, 25, "Op til 25 år"),
        (18, 25, "18 til 25 år"),
    ],
)
def test_ages_are_said_as_far_as_they_are_told(low, high, said):
    assert age_line(Offer(age_min=low, age_max=high)) == said


@pytest.mark.parametrize(
    ("low", "high", "said", "known"),
    [
        (None, None, "Det ved vi ikke endnu", False),
        (4, None, "Som regel mindst 4 personer", True),
        (None, 8, "Som regel højst 8 personer", True),
        (4, 8, "Som regel 4 til 8 personer", True),
    ],
)
def test_the_size_of_a_group_is_said_as_far_as_it_is_told(low, high, said, known):
    offer = Offer(group_size_min=low, group_size_max=high)
    row = next(row for row in surroundings(offer) if row.label == "hvor mange er der")
    assert (row.answer, row.known) == (said, known)


@pytest.mark.parametrize(("kilometres", "said"), [(None, ""), (0, "under 1 km"), (0.99, "under 1 km"), (12.6, "13 km")])
def test_a_distance_is_no_more_exact_than_anybody_can_use(kilometres, said):
    line = distance_line(kilometres)
    assert said in line
    assert bool(line) is bool(said)


def test_a_listing_says_who_checked_it_and_when():
    today = timezone.localdate()
    assert "Stedet har ikke bekræftet" in freshness(Offer()).sentence
    checked = freshness(Offer(verified_on=today))
    assert f"{today.day}. " in checked.sentence
    assert not checked.is_overdue
    by_the_place = freshness(Offer(verified_on=today, verified_by="place"))
    assert by_the_place.sentence.startswith(checked.sentence)
    assert len(by_the_place.sentence) > len(checked.sentence)
    assert freshness(Offer(verified_on=date(2020, 1, 1))).is_overdue


def test_a_listing_for_demonstration_says_so_before_all_else_and_where_it_is_from():
    offer = Offer(demonstration="unconfirmed", verified_on=timezone.localdate())
    without = freshness(offer).sentence
    offer.source_date = "2026-11"
    assert freshness(offer).sentence.startswith(without)
    assert "2026-11" in freshness(offer).sentence
