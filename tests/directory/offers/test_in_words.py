"""Facts of an offer in words: numbers with one end open, distances, and who checked it when."""

from datetime import date

import pytest
from django.utils import timezone, translation

from directory.models import KINDS, OfferAudience, Place, TargetGroup
from directory.offers.audience import age_line, audience_line
from directory.offers.cards import distance_line
from directory.offers.facts import surroundings
from directory.offers.freshness import freshness, trust
from directory.offers.sentences import SENTENCES
from directory.times.in_words import told_date

# An offer that is nowhere kept still looks up what kind of page it is.
pytestmark = pytest.mark.django_db

Offer = KINDS["drop_in_centre"]


@pytest.fixture(autouse=True)
def danish():
    with translation.override("da"):
        yield


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, ""),
        (0, None, "I alle aldre"),
        (18, None, "Fra 18 år"),
        (None, 25, "Op til 25 år"),
        (0, 25, "Op til 25 år"),
        (18, 25, "Fra 18 til 25 år"),
    ],
)
def test_ages_are_said_as_far_as_they_are_told(low, high, said):
    assert age_line(Offer(age_min=low, age_max=high)) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (4, None, "Der er som regel mindst 4 personer."),
        (None, 8, "Der er som regel højst 8 personer."),
        (4, 8, "Der er som regel 4 til 8 personer."),
    ],
)
def test_the_size_of_a_group_is_said_as_far_as_it_is_told(low, high, said):
    told = surroundings(Offer(group_size_min=low, group_size_max=high))
    assert [sentence.words for sentence in told.sentences] == [said]
    assert "hvor mange er der" not in told.unknown


def test_what_nobody_has_told_is_named_and_said_in_no_sentence():
    told = surroundings(Offer())
    assert told.sentences == []
    assert {"hvor mange er der", "lyd", "lys", "et stille rum"} <= set(told.unknown)


def test_an_answer_is_a_sentence_and_words_of_the_place_stand_as_they_are():
    told = surroundings(Offer(must_talk="no", dogs="no", crowd_times="Tirsdag kl. 12"))
    assert [(one.words, one.own) for one in told.sentences] == [
        ("Du behøver ikke sige noget.", ""),
        ("Hunde må ikke komme med.", ""),
        ("Hvornår der er mange:", "Tirsdag kl. 12"),
    ]


def test_every_answer_that_can_be_chosen_has_its_sentence():
    """Unknown has none. A kind's own answers are asked of the kind."""
    rows = [*KINDS.values(), Place]
    fields = {field.name: field for row in rows for field in row._meta.get_fields() if field.name in SENTENCES}
    assert set(fields) == set(SENTENCES)
    for name, field in fields.items():
        assert set(SENTENCES[name]) == {value for value, _label in field.choices} - {"unknown"}, name


@pytest.mark.parametrize(
    ("levels", "ages", "said"),
    [
        ({}, (None, None), ""),
        ({"open": [None]}, (None, None), "For alle"),
        ({"open": [None], "mainly": ["Ensomme", "Psykisk sårbare"]}, (18, None), "For alle fra 18 år, mest for ensomme og psykisk sårbare"),
        ({"mainly": ["Grønlændere i Danmark"]}, (None, None), "Mest for grønlændere i Danmark"),
        ({"only": ["LGBT+-personer"]}, (None, 25), "Kun for LGBT+-personer, op til 25 år"),
        ({}, (18, 30), "Fra 18 til 30 år"),
    ],
)  # fmt: skip
def test_for_whom_it_is_is_one_true_sentence(levels, ages, said):
    offer = Offer(age_min=ages[0], age_max=ages[1])
    offer.audiences = [
        OfferAudience(level=level, target_group=TargetGroup(name=name) if name else None)
        for level, names in levels.items()
        for name in names
    ]
    assert audience_line(offer) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("2018-06", "juni 2018"),
        ("2018-06-05", "5. juni 2018"),
        ("2018", "2018"),
        ("2018-13", "2018-13"),
        ("2018-02-31", "2018-02-31"),
        ("i foråret", "i foråret"),
        ("", ""),
    ],
)
def test_a_date_is_told_in_words_where_it_is_one(told, said):
    assert told_date(told) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"confidence": "medium"}, ["Vi har dem fra andre hjemmesider.", "Stedet har ikke bekræftet dem."]),
        ({"confidence": "high"}, ["Vi har dem fra stedets egen hjemmeside.", "Stedet har ikke bekræftet dem."]),
        ({"confidence": "confirmed"}, ["Stedet har bekræftet dem."]),
    ],
)
def test_whether_the_information_is_right_is_said_in_sentences(facts, said):
    assert trust(Offer(**facts)) == said


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
    assert "november 2026" in freshness(offer).sentence
