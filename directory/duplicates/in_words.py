"""What an offer says in a field, or in a row of a list, as people read it: to be laid beside what another one says."""

from collections.abc import Callable
from typing import Any

from django.db.models import Field, Model
from django.utils import formats
from django.utils.translation import gettext as _

from directory.models import (
    Closure,
    FirstVisitStep,
    OfferAudience,
    OfferAuthority,
    OfferPerformer,
    OpeningHours,
    Session,
)
from directory.models.dated import DatedRow
from directory.times.in_words import short_date
from directory.times.rhythm import Rhythm


def told_value(field: Field, value: Any) -> str:
    """A value in words; nothing for what nobody knows."""
    value = field.to_python(value)
    if value in (None, "", "unknown", False):
        return ""
    if value is True:
        return _("Yes")
    return str(dict(field.flatchoices).get(value, value))


def told_row(row: Model) -> str:
    """A row of one of the lists of an offer in words."""
    return _ROWS[type(row)](row)


def _audience(row: OfferAudience) -> str:
    return f"{row.get_level_display()} {row.target_group or ''}".strip()


def _hours(row: OpeningHours) -> str:
    span = f"{row.get_weekday_display()} {row.opens:%H:%M}–{row.closes:%H:%M}"
    return " ".join(filter(None, [span, "" if row.rhythm == Rhythm.WEEKLY else row.get_rhythm_display(), row.note]))


def _closure(row: Closure) -> str:
    days = f"{formats.date_format(row.first_day)}–{formats.date_format(row.last_day)}"
    hours = "" if row.opens is None or row.closes is None else f"{row.opens:%H:%M}–{row.closes:%H:%M}"
    return " ".join(filter(None, [days, hours, row.note]))


def _dated(name: Any, row: DatedRow) -> str:
    first, last = (short_date(day) for day in (row.first_day, row.last_day))
    return f"{name} {first}–{last}" if first or last else str(name)


def _session(row: Session) -> str:
    ends = f"–{row.ends:%H:%M}" if row.ends else ""
    state = _("cancelled") if row.cancelled else ""
    begins = f"{formats.date_format(row.day)} {row.starts:%H:%M}{ends}"
    return " ".join(filter(None, [begins, row.repeats, row.topic, state]))


_ROWS: dict[type[Model], Callable[[Any], str]] = {
    OfferAudience: _audience,
    OpeningHours: _hours,
    Closure: _closure,
    Session: _session,
    FirstVisitStep: lambda row: row.text,
    OfferAuthority: lambda row: _dated(row.authority, row),
    OfferPerformer: lambda row: _dated(row.name, row),
}
