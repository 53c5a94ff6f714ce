"""Meetings by a rule: every second Thursday, across New Year; one of them moved or called off."""

from datetime import date, datetime, time

import pytest

from directory.times.meeting import Meeting, Meetings, check_rule
from directory.times.schedule import Schedule

THURSDAY = date(2026, 11, 19)
EVERY_SECOND = Meeting(THURSDAY, time(19), time(21), rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")


def days(*rows, first=THURSDAY, last=date(2027, 1, 31)):
    return [meeting.day for meeting in Meetings(rows).between(first, last) if not meeting.cancelled]


def test_every_second_thursday_goes_on_across_a_year_of_53_weeks():
    expected = [(11, 19), (12, 3), (12, 17), (12, 31)]
    assert days(EVERY_SECOND) == [*(date(2026, *day) for day in expected), date(2027, 1, 14), date(2027, 1, 28)]


def test_one_that_is_called_off_is_listed_and_not_held():
    off = Meeting(date(2026, 12, 3), time(19), cancelled=True, instead_of=date(2026, 12, 3))
    course = Schedule(sessions=(EVERY_SECOND, off))
    assert [span.cancelled for span in course.listed_on(date(2026, 12, 3))] == [True]
    assert course.spans_on(date(2026, 12, 3)) == []
    assert course.next_meeting_day(date(2026, 11, 20)) == date(2026, 12, 17)


def test_one_that_is_moved_is_the_same_meeting_at_another_time():
    moved = Meeting(date(2026, 12, 4), time(17), instead_of=date(2026, 12, 3))
    meetings = Meetings((EVERY_SECOND, moved))
    assert days(EVERY_SECOND, moved, last=date(2026, 12, 31)) == [
        date(2026, 11, 19),
        date(2026, 12, 4),
        date(2026, 12, 17),
        date(2026, 12, 31),
    ]
    before = Meetings((EVERY_SECOND,)).between(date(2026, 12, 3), date(2026, 12, 3))
    after = meetings.between(date(2026, 12, 4), date(2026, 12, 4))
    assert [one.key for one in before] == [one.key for one in after] == ["20261203"]


def test_a_rule_ends_when_it_says_so_and_else_after_two_years():
    ending = Meeting(THURSDAY, time(19), rule="FREQ=WEEKLY;COUNT=3")
    assert len(days(ending, last=date(2030, 1, 1))) == 3
    assert Meetings((ending,)).next_day(date(2027, 1, 1)) is None
    assert max(days(EVERY_SECOND, last=date(2040, 1, 1))) < date(2029, 1, 1)


def test_a_series_that_began_long_ago_goes_on():
    old = Meeting(date(2015, 1, 5), time(10), rule="FREQ=WEEKLY")
    assert Meetings((old,)).next_day(date(2026, 11, 24)) == date(2026, 11, 30)


def test_a_meeting_far_ahead_is_the_next():
    course = Schedule(sessions=(Meeting(date(2029, 1, 1), time(10)),))
    assert course.following(datetime(2026, 11, 23, 9)).start == datetime(2029, 1, 1, 10)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=HOURLY;COUNT=3", "FREQ=WEEKLY;BYHOUR=3", "weekly", "FREQ=WEEKLY;INTERVAL=x", "FREQ=WEEKLY;UNTIL=20200101",
     "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;COUNT=0", ";;;", "RRULE:FREQ=WEEKLY"],
)  # fmt: skip
def test_a_rule_that_cannot_be_followed_is_refused_and_breaks_nothing_where_it_is_stored(rule):
    with pytest.raises(ValueError):
        check_rule(rule, THURSDAY)
    assert Meetings((Meeting(THURSDAY, time(10), rule=rule),)).next_day(date(2026, 11, 20)) is None


def test_several_on_a_day_have_keys_of_their_own_which_stay_when_one_is_called_off():
    morning, evening = Meeting(THURSDAY, time(10)), Meeting(THURSDAY, time(19))
    off = Meeting(THURSDAY, time(19), cancelled=True)
    for rows in ((morning, evening), (morning, off)):
        assert [one.key for one in Meetings(rows).between(THURSDAY, THURSDAY)] == ["20261119", "20261119-2"]
