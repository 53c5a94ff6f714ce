"""What the index is told of an offer: yes and no only where somebody said so."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from directory.answers import Companion
from directory.facets import FACETS
from directory.facets.ages import OLDEST
from directory.facets.readers import Ancestry, place_answer
from directory.models import Place
from directory.models.kinds.group_course import GroupCoursePage


def read(name, **told):
    """The values of a facet of a course that tells just this; the database is not asked."""
    return FACETS[name].read(GroupCoursePage(content_type_id=1, **told), Ancestry())


@pytest.mark.parametrize("facet", [facet for facet in FACETS.facts if facet.name != "has_room"], ids=lambda f: f.name)
def test_a_fact_that_nobody_told_is_unknown(facet):
    assert read(facet.name) == read(facet.name, place=Place()) == ("unknown",)


@pytest.mark.parametrize("answer", Companion)
def test_whoever_goes_with_somebody_is_company(answer):
    expected = {"no": "no", "unknown": "unknown"}.get(answer, "yes")
    assert read("companion", companion=answer) == (expected,)


@pytest.mark.parametrize(
    ("name", "told", "expected"),
    [
        ("no_introduction", {"must_introduce": "no"}, "yes"),
        ("no_introduction", {"must_introduce": "little"}, "no"),
        ("citizens_decide", {"who_decides": "citizens"}, "yes"),
        ("citizens_decide", {"who_decides": "together"}, "no"),
        ("bath", {"shower_laundry": "yes"}, "yes"),
        ("doctor_company", {"companion_to_doctor": "no"}, "no"),
    ],
)
def test_what_citizens_ask_first_is_yes_only_where_it_holds(name, told, expected):
    assert read(name, **told) == (expected,)


@pytest.mark.parametrize(
    ("told", "room"),
    [
        ({}, "unknown"),
        ({"free_places": 3}, "yes"),
        ({"free_places": 0}, "no"),
        ({"free_places": 3, "state": "full"}, "no"),
        ({"free_places": 3, "state": "closed"}, "no"),
    ],
)
def test_there_is_room_only_where_places_are_told_and_one_can_join(told, room):
    assert read("has_room", capacity_on=timezone.localdate(), **told) == (room,)


@pytest.mark.parametrize(("days", "room"), [(30, "yes"), (31, "unknown"), (None, "unknown")])
def test_places_that_were_told_a_month_ago_are_not_known_any_more(days, room):
    told = None if days is None else timezone.localdate() - timedelta(days=days)
    assert read("has_room", free_places=3, capacity_on=told) == (room,)


@pytest.mark.parametrize(("most", "small"), [(None, "unknown"), (1, "yes"), (8, "yes"), (9, "no")])
def test_eight_people_are_a_small_group(most, small):
    assert read("small_group", group_size_max=most) == (small,)


def test_an_answer_of_the_house_is_that_of_its_place():
    assert read("step_free", place=Place(step_free="no")) == ("no",)
    assert place_answer("lift")(SimpleNamespace(place=None), Ancestry()) == ("unknown",)


@pytest.mark.parametrize(
    ("told", "first", "last", "number"),
    [
        ({"age_min": 18, "age_max": 25}, "18", "25", 8),
        ({"age_min": 0}, "0", str(OLDEST), OLDEST + 1),
        ({"age_max": 0}, "0", "0", 1),
        ({"age_min": OLDEST}, str(OLDEST), str(OLDEST), 1),
        ({}, "unknown", "unknown", 1),
    ],
)
def test_ages_are_told_one_by_one(told, first, last, number):
    ages = read("age", **told)
    assert (ages[0], ages[-1], len(ages)) == (first, last, number)
