"""What cannot be true is refused at the field where it is to be mended, and its plain opposite is taken."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from directory.models import KINDS, Closure, Helpline, OpeningHours, ReadingRule, Session, SynonymGroup
from tests import factories

pytestmark = pytest.mark.django_db
Course = KINDS["group_course"]
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 24)
RULES = "Tag skoene af.\n"


def refused_at(row):
    """The fields at which a row says what is wrong with it."""
    try:
        row.clean()
    except ValidationError as refused:
        return set(refused.message_dict)
    return set()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"age_min": 60, "age_max": 18}, "age_max"),
        ({"group_size_min": 12, "group_size_max": 8}, "group_size_max"),
        ({"companion": "volunteer"}, "companion_how"),
        ({"companion": "staff", "companion_how": "  "}, "companion_how"),
        ({"house_rules": RULES * 8}, "house_rules"),
        ({"house_rules": "x" * 101}, "house_rules"),
        ({"ground_rules": RULES * 8}, "ground_rules"),
        ({"starts_on": LAST, "ends_on": FIRST}, "ends_on"),
    ],
    ids=lambda told: "" if isinstance(told, str) else " and ".join(told),
)
def test_an_offer_is_not_saved_with_facts_that_contradict_each_other(facts, field):
    course = Course(title="Kursus", slug="kursus", teaser="Et kursus.", **facts)
    assert refused_at(course) == {field}


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"age_min": 18, "age_max": 18},
        {"age_min": 18},
        {"age_max": 0},
        {"group_size_min": 8, "group_size_max": 8},
        {"companion": "no"},
        {"companion": "volunteer", "companion_how": "Send en sms."},
        {"house_rules": RULES * 7 + "\n\n"},
        {"house_rules": "x" * 100},
        {"starts_on": FIRST, "ends_on": FIRST},
        {"ends_on": FIRST},
    ],
    ids=lambda facts: " and ".join(facts) or "nothing",
)
def test_an_offer_is_saved_with_facts_that_can_be_true(facts):
    assert not refused_at(Course(title="Kursus", slug="kursus", teaser="Et kursus.", **facts))


def test_every_contradiction_is_told_at_once():
    course = Course(
        title="Kursus", slug="kursus", teaser="Et kursus.", age_min=9, age_max=1, house_rules=RULES * 8 + "x" * 101
    )
    with pytest.raises(ValidationError) as refused:
        course.clean()
    assert {field: len(said) for field, said in refused.value.message_dict.items()} == {"age_max": 1, "house_rules": 2}


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (OpeningHours(weekday=0, opens="10:00", closes="10:00"), {"closes"}),
        (OpeningHours(weekday=0, opens="22:00", closes="02:00"), set()),
        (OpeningHours(weekday=0, opens="10:00", closes="15:00", valid_from=LAST, valid_to=FIRST), {"valid_to"}),
        (OpeningHours(weekday=0, opens="10:00", closes="15:00", valid_from=FIRST, valid_to=FIRST), set()),
        (Closure(first_day=LAST, last_day=FIRST), {"last_day"}),
        (Closure(first_day=FIRST, last_day=FIRST), set()),
        (Session(day=FIRST, starts="10:00", ends="10:00"), {"ends"}),
        (Session(day=FIRST, starts="10:00"), set()),
    ],
)
def test_times_run_forwards_but_may_pass_midnight(row, fields):
    assert refused_at(row) == fields


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (ReadingRule(word="to ord", rule="never_split"), {"word"}),
        (ReadingRule(word="ord", rule="lemma"), {"value"}),
        (ReadingRule(word="ord", rule="drop", value="  "), {"value"}),
        (ReadingRule(word="ord", rule="never_split", value="andet"), {"value"}),
        (ReadingRule(word=" Ord ", rule="lemma", value="andet"), set()),
        (SynonymGroup(head="ingen", equal=" \n ", phrases=""), {"equal"}),
        (SynonymGroup(head="kun sætninger", phrases="jeg er alene"), set()),
    ],
)
def test_words_that_could_do_nothing_are_not_kept(row, fields):
    assert refused_at(row) == fields


def test_a_group_of_words_is_no_part_of_itself():
    group = SynonymGroup.objects.create(head="misbrug", equal="misbrug")
    group.broader = group
    assert refused_at(group) == {"broader"}


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"topics": "life weather"}, {"topics"}),
        ({"topics": "life children"}, set()),
        ({"verified_on": timedelta(days=1)}, {"verified_on"}),
        ({"verified_on": timedelta(days=0)}, set()),
        ({"source_url": "javascript:alert(1)"}, {"source_url"}),
    ],
)
def test_a_line_tells_nothing_of_itself_that_nobody_can_know(facts, fields):
    if "verified_on" in facts:
        facts = {"verified_on": timezone.localdate() + facts["verified_on"]}
    assert refused_at(Helpline(name="En linje", **facts)) == fields


def test_what_is_refused_is_refused_where_a_program_saves_it_too():
    course = factories.GroupCourseFactory(title="Kursus")
    course.age_min, course.age_max = 60, 18
    with pytest.raises(ValidationError):
        course.save()
