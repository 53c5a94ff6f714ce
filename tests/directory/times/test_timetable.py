"""The times of several things side by side: by the clock, and whose they are."""

from datetime import date, time

from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.schedule import Schedule
from directory.times.timetable import Timetable

MONDAY = date(2026, 11, 23)


def open_on(*weekdays, opens=time(10), closed=None):
    closures = (ExceptionDays(closed, closed),) if closed else ()
    return Schedule(tuple(WeeklyHours(day, opens, time(15)) for day in weekdays), closures)


def test_a_day_is_in_the_order_of_the_clock_and_then_in_the_order_given():
    house = Timetable((("banko", open_on(0)), ("koret", open_on(0, opens=time(9))), ("avis", open_on(0))))
    assert [owner for _span, owner in house.on(MONDAY)] == ["koret", "banko", "avis"]


def test_who_is_closed_closes_nobody_else_in_the_house():
    house = Timetable((("cafeen", open_on(0, 1, closed=MONDAY)), ("koret", open_on(0))))
    week = [(day.day, [owner for _span, owner in held]) for day, held in house.week(MONDAY)]
    assert week[:2] == [(23, ["koret"]), (24, ["cafeen"])]
    assert len(week) == 7


def test_a_house_in_which_nothing_happens_has_seven_empty_days():
    assert [held for _day, held in Timetable().week(MONDAY)] == [[]] * 7
