"""A schedule as other directories read it: by the rules of RFC 5545, to the minute, and valid by the standard's schema."""

import json
import os
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from django.utils import translation
from hypothesis import example, given, settings

from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import MONTHS_AHEAD, Meeting
from directory.times.open_referral import open_referral_schedules
from directory.times.public_holidays import HolidayHours, OnHolidays
from directory.times.schedule import Schedule
from tests.directory.times.made_up import days, schedules

LINK = "https://vejle.example/kalender/12.ics"
TODAY = date(2026, 11, 30)
CLOSED_ON_HOLIDAYS = HolidayHours(OnHolidays.CLOSED)
#: A folder with the schemas of HSDS 3.2 (`schema/schedule.json`), as its makers publish them.
SCHEMAS = os.environ.get("OPEN_REFERRAL_SCHEMAS", "")


def told(schedule, today=TODAY):
    return open_referral_schedules(schedule, today, LINK)


def read(rows):
    """All times that the rows give, as (start, end), by a library that knows nothing of ours."""
    found = set()
    for row in rows:
        if "freq" not in row:
            continue
        ends = f"COUNT={row['count']}" if "count" in row else f"UNTIL={row['valid_to'].replace('-', '')}T235959"
        rule = f"FREQ={row['freq']};INTERVAL={row['interval']};WKST={row['wkst']};BYDAY={row['byday']};{ends}"
        opens, closes = (time.fromisoformat(row[name]).replace(tzinfo=None) for name in ("opens_at", "closes_at"))
        for day in rrulestr(rule, dtstart=datetime.fromisoformat(row["dtstart"])):
            start, end = datetime.combine(day, opens), datetime.combine(day, closes)
            end += timedelta(seconds=end.second % 2)
            found.add((start, end if end > start else end + timedelta(days=1)))
    return found


@settings(max_examples=40, deadline=None)
@given(schedules(), days)
@example(Schedule((WeeklyHours(3, time(10), time(12), "even"),)), TODAY)
@example(Schedule((WeeklyHours(2, time(10), time(23, 59), "-1", first_month=11, last_month=2),)), TODAY)
@example(Schedule(tuple(WeeklyHours(day, time(0), time(23, 59)) for day in range(7))), TODAY)
@example(Schedule(sessions=(Meeting(TODAY, time(19), time(21), rule="FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH"),)), TODAY)
def test_another_directory_reads_what_surely_holds_in_the_coming_two_years_and_nothing_else(schedule, today):
    last = today + relativedelta(months=MONTHS_AHEAD)
    ahead = [today + timedelta(days=number) for number in range((last - today).days)]
    assert read(told(schedule, today)) == {(span.start, span.end) for day in ahead for span in schedule.spans_on(day)}


def test_weeks_without_a_break_are_one_rule_and_a_holiday_makes_two_of_it():
    cafe = Schedule((WeeklyHours(3, time(10), time(15)),), on_holidays=HolidayHours(OnHolidays.AS_USUAL))
    (row,) = told(cafe)
    assert (row["freq"], row["interval"], row["byday"], row["dtstart"]) == ("WEEKLY", 1, "TH", "2026-12-03")
    assert (row["opens_at"], row["closes_at"]) == ("10:00:00+01:00", "15:00:00+01:00")
    closed = told(Schedule(cafe.weekly, on_holidays=CLOSED_ON_HOLIDAYS))
    assert [row["valid_to"] for row in closed][:2] == ["2026-12-17", "2027-03-18"]


def test_the_second_wednesday_and_every_second_thursday_keep_their_rules():
    rows = (WeeklyHours(2, time(10), time(12), "2"), WeeklyHours(3, time(10), time(12), "2weeks", valid_from=TODAY))
    always = HolidayHours(OnHolidays.AS_USUAL)
    with translation.override("da"):
        found = {
            (row["freq"], row["interval"], row["byday"]): row["description"]
            for row in told(Schedule(rows, on_holidays=always))
        }
    assert found == {
        ("MONTHLY", 1, "2WE"): "Den anden onsdag i måneden kl. 10–12",
        ("WEEKLY", 2, "TH"): "Hver anden torsdag kl. 10–12",
    }


def test_what_is_unsure_closed_or_called_off_stands_in_words_alone():
    schedule = Schedule(
        (WeeklyHours(0, time(10), time(15), note="lukket i november"),),
        (ExceptionDays(date(2026, 12, 7), date(2026, 12, 8), note="Vi maler."),),
        (Meeting(date(2026, 12, 10), time(19), time(21), cancelled=True),),
    )
    with translation.override("da"):
        rows = told(schedule)
    assert not any("freq" in row or "opens_at" in row for row in rows)
    words = " ".join(row["description"] for row in rows)
    for said in (
        "Ring først, det er ikke sikkert: Mandag kl. 10–15",
        "Vi maler.",
        "Aflyst: torsdag den 10. december 2026",
    ):
        assert said in words


def test_names_stay_and_lead_to_the_exact_calendar():
    cafe = Schedule((WeeklyHours(0, time(10), time(15)), WeeklyHours(1, time(10), time(15))))
    assert told(cafe) == told(cafe)
    names = [UUID(row["id"]) for row in told(cafe)]
    assert len(set(names)) == len(names)
    assert {row["schedule_link"] for row in told(cafe)} == {LINK}
    assert {(one["label"], one["value"]) for row in told(cafe) for one in row["attributes"]} == {
        ("IANA timezone", "Europe/Copenhagen")
    }


TYPES = {"string": str, "number": int, "array": list}


@pytest.mark.skipif(not SCHEMAS, reason="OPEN_REFERRAL_SCHEMAS names no folder with the schemas of HSDS 3.2")
def test_rows_are_valid_by_the_schema_of_the_standard():
    schema = json.loads((Path(SCHEMAS) / "schema" / "schedule.json").read_text(encoding="utf-8"))
    schedule = Schedule(
        (WeeklyHours(2, time(10), time(12), "2"), WeeklyHours(0, time(10), time(15), note="ca.")),
        (ExceptionDays(date(2026, 12, 7), date(2026, 12, 8), note="Vi maler."),),
        (Meeting(date(2026, 12, 10), time(19), time(21)),),
    )
    for row in told(schedule):
        assert set(schema["required"]) <= row.keys() <= schema["properties"].keys()
        for name, value in row.items():
            known = schema["properties"][name]
            assert isinstance(value, TYPES[known["type"]]), name
            assert "enum" not in known or value in known["enum"], name
            if known.get("datapackage_type") == "date":
                assert date.fromisoformat(value)
