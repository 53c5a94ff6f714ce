"""Rules of RFC 5545 as one says them: "every second Thursday", "the last Friday of the month"."""

from datetime import date

from django.utils.dates import WEEKDAYS
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.times.rule import CODES, MONTHLY, parted

_NTH = {
    "1": gettext_lazy("the first %(day)s of the month"),
    "2": gettext_lazy("the second %(day)s of the month"),
    "3": gettext_lazy("the third %(day)s of the month"),
    "4": gettext_lazy("the fourth %(day)s of the month"),
    "-1": gettext_lazy("the last %(day)s of the month"),
}


def rule_words(rule: str, first: date) -> str:
    """What a rule says; empty where it is too rare to have words of its own, since its dates say it better."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    if parts.keys() - {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST"}:
        return ""
    if parts.get("FREQ") == "WEEKLY":
        return _weekly(parts.get("INTERVAL", "1"), _days(parts.get("BYDAY"), first))
    if parts.get("FREQ") == "MONTHLY" and parts.get("INTERVAL", "1") == "1":
        return _monthly(parts.get("BYDAY", ""))
    return ""


def _monthly(told: str) -> str:
    how_often, days = parted(MONTHLY + told.replace("+", ""))
    nth = _NTH.get(how_often.removeprefix(MONTHLY))
    return str(nth) % {"day": _named(days)} if nth and days else ""


def _named(codes: list[str]) -> str:
    return get_text_list([str(WEEKDAYS[CODES.index(code)]) for code in codes], _("and"))


def _days(told: str | None, first: date) -> str:
    codes = told.split(",") if told else [CODES[first.weekday()]]
    return "" if set(codes) - set(CODES) else _named(codes)


def _weekly(interval: str, days: str) -> str:
    if not days:
        return ""
    if interval == "1":
        return _("every %(days)s") % {"days": days}
    if interval == "2":
        return _("every second %(days)s") % {"days": days}
    return _("every %(number)s weeks on %(days)s") % {"number": interval, "days": days}
