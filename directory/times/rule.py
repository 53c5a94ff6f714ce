"""The parts of a rule of RFC 5545 that people choose: how often, and on which days of the week."""

import re
from datetime import date

#: Days of the week as the standard names them, Monday first.
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONTHLY = "FREQ=MONTHLY;BYDAY="
_DAYS = "(?:MO|TU|WE|TH|FR|SA|SU)"
_WEEKLY_RULE = re.compile(rf"(FREQ=WEEKLY(?:;INTERVAL=\d)?)(?:;BYDAY=({_DAYS}(?:,{_DAYS})*))?")
_MONTHLY_RULE = re.compile(rf"{MONTHLY}(-?\d)({_DAYS}(?:,\1{_DAYS})*)?")


def parted(rule: str) -> tuple[str, list[str]]:
    """How often a rule gives a day, and on which days of the week; a rule of another kind whole, and no day."""
    weekly, monthly = _WEEKLY_RULE.fullmatch(rule), _MONTHLY_RULE.fullmatch(rule)
    if weekly:
        return weekly[1], weekly[2].split(",") if weekly[2] else []
    if monthly:
        return MONTHLY + monthly[1], [day[-2:] for day in monthly[2].split(",")] if monthly[2] else []
    return rule, []


def joined(how_often: str, days: list[str]) -> str:
    """The rule of both, as `parted` tells them; one of another kind takes no days."""
    known = [code for code in CODES if code in days]
    if how_often.startswith(MONTHLY) and how_often.removeprefix(MONTHLY).lstrip("-").isdigit():
        nth = how_often.removeprefix(MONTHLY)
        return MONTHLY + (",".join(nth + code for code in known) or nth)
    is_weekly = _WEEKLY_RULE.fullmatch(how_often) and "BYDAY" not in how_often
    return f"{how_often};BYDAY={','.join(known)}" if known and is_weekly else how_often


def completed(rule: str, first: date) -> str:
    """A rule of the nth day of the month that names no day of the week means that of its first day."""
    how_often, days = parted(rule)
    if how_often.startswith(MONTHLY) and not days and _MONTHLY_RULE.fullmatch(rule):
        return joined(how_often, [CODES[first.weekday()]])
    return rule
