"""Who is responsible and who does the work, as a row of the file tells it: names, each from a day until a day."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from directory.importing.check import values
from directory.importing.errors import Refused
from directory.panels.dated_rules import refuse_clash
from directory.text import calendar_day
from directory.times.dated import Dated

_MAX_ROWS = 50
#: What holds a name in each of the lists, and how many characters it may have.
_NAMES = {"authorities": ("authority", 120), "performers": ("name", 120)}


def who_is_responsible(row: dict, field: str) -> tuple[dict, ...]:
    """Who is responsible, each authority as the file names it; never two on one day."""
    told = who_does_the_work(row, field)
    refuse_two_at_once(told)
    return told


def who_does_the_work(row: dict, field: str) -> tuple[dict, ...]:
    """Who does the work. Several may do it together."""
    told = row.get(field)
    told = [] if told is None else told
    name, longest = _NAMES[field]
    if not isinstance(told, list) or len(told) > _MAX_ROWS or not all(isinstance(one, dict) for one in told):
        raise Refused(
            _("“%(field)s” should be a short list of { %(name)s, from, to }.") % {"field": field, "name": name}
        )
    return tuple({name: values.line(one, name, longest, needed=True), **_days(one, field)} for one in told)


def refuse_two_at_once(rows: Iterable[dict]) -> None:
    """Refuse rows by which two authorities are responsible on one day: whoever imports them sees no form."""
    try:
        refuse_clash((row["authority"], Dated(row, row.get("first_day"), row.get("last_day"))) for row in rows)
    except ValidationError as fault:
        raise Refused(" ".join(["“authorities”:", *fault.messages])) from fault


def _days(told: dict, field: str) -> dict[str, date | None]:
    first, last = (_day(told, name, field) for name in ("from", "to"))
    if first and last and last < first:
        said = {"field": field, "first": first, "last": last}
        raise Refused(_("“%(field)s”: the last day (%(last)s) is before the first (%(first)s).") % said)
    return {"first_day": first, "last_day": last}


def _day(told: dict, name: str, field: str) -> date | None:
    text = values.line(told, name, 40)
    day = calendar_day(text)
    if text and day is None:
        raise Refused(_("“%(field)s”: %(value)s is no day. Write it as 2027-01-31.") % {"field": field, "value": text})
    return day
