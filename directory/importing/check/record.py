"""A row of the offers file, checked: every value has its type, its length, and can be true."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from directory.answers import Confidence
from directory.importing.check import dated, hours, values, vocabulary_map
from directory.importing.clean_text import has_markup, plain
from directory.importing.errors import Refused
from directory.models.organisation import OrganisationType
from directory.postal_codes import postal_codes
from directory.times.from_open_referral import hours_read

_MAX_HOURS = 50
#: A rule is told once for each stretch of days without a holiday.
_MAX_SCHEDULES = 300
#: Letters of times that are told in words.
_MAX_TOLD = 200
_TEASER = 120


@dataclass(frozen=True, slots=True)
class Record:
    """What the file says about one offer. Empty text, None or an empty list: not stated."""

    id: str
    name: str
    kind: str
    municipality: str
    organisation: str
    organisation_type: str
    summary: str
    description: str
    target_groups: tuple[str, ...]
    needs: tuple[str, ...]
    age_min: int | None
    age_max: int | None
    access: str
    anonymous: bool | None
    cost: str
    address: str
    postal_code: str
    city: str
    phone: str
    email: str
    website: str
    opening_hours: tuple[dict, ...]
    phone_hours: str
    schedule_text: str
    registration: str
    accessibility: tuple[str, ...]
    languages: tuple[str, ...]
    first_visit: str
    legal_basis: str
    source_url: str
    source_date: str
    confidence: str
    #: Rows with `first_day` and `last_day`; an authority by the name that the file has for it.
    authorities: tuple[dict, ...] = ()
    performers: tuple[dict, ...] = ()


def identify(row: object) -> str:
    """The id of a row. Raises `Refused` when there is none to know it by again."""
    if not isinstance(row, dict):
        raise Refused(_("The row is not an offer in { }, but %(value)s.") % {"value": repr(row)[:40]})
    values.safe({"id": row.get("id")})
    return values.line(row, "id", 160, needed=True)


def notes(row: dict) -> list[str]:
    """What was tidied up in a row that is otherwise fine."""
    marked = [name for name, value in row.items() if isinstance(value, str) and has_markup(value)]
    return [_("HTML was taken out of “%(field)s”.") % {"field": name} for name in marked]


def check(row: dict) -> Record:
    """A row as a record. Raises `Refused` with every fault that was found."""
    values.safe(row)
    read, faults = {}, []
    for names, reader in READERS:
        try:
            read |= dict(zip(names, reader(row), strict=True))
        except Refused as fault:
            faults.append(str(fault))
    if faults:
        raise Refused(" ".join(faults))
    return Record(**read)


def _one(name: str, reader: Callable, *args, **kwargs) -> tuple[tuple[str], Callable]:
    return (name,), lambda row: (reader(row, name, *args, **kwargs),)


def _kind(row: dict) -> tuple[str]:
    told = values.line(row, "kind", 60, needed=True)
    kind = vocabulary_map.kind_of(str(row.get("id")), told)
    if kind is None:
        raise Refused(
            _("“kind” is %(value)s, which is not known. Choose one of: %(known)s.")
            % {"value": told, "known": ", ".join(sorted(vocabulary_map.table()["kinds"]))}
        )
    return (kind,)


def _summary(row: dict) -> tuple[str, str]:
    """The one line, and the description; the first sentence of the one stands in for a missing other."""
    description = values.text(row, "description", 5000)
    summary = values.line(row, "summary", _TEASER)
    if not summary:
        first = description.split("\n")[0].partition(". ")[0].rstrip(".")
        summary = f"{first}." if first and len(first) < _TEASER else ""
    if not summary:
        raise Refused(_("“%(field)s” is missing.") % {"field": "summary"})
    return summary, description


def _ages(row: dict) -> tuple[int | None, int | None]:
    low, high = values.age(row, "age_min"), values.age(row, "age_max")
    if low is not None and high is not None and high < low:
        raise Refused(_("“age_max” (%(high)s) is below “age_min” (%(low)s).") % {"high": high, "low": low})
    return low, high


def _access(row: dict) -> tuple[str]:
    told = values.line(row, "referral", 60) or None
    access = vocabulary_map.access_of(told)
    if access is None:
        raise Refused(
            _("“referral” is %(value)s, which is not known. Choose one of: %(known)s.")
            % {"value": told, "known": ", ".join(sorted(vocabulary_map.table()["referral"]))}
        )
    return (access,)


def _hours(row: dict) -> tuple[tuple[dict, ...], str]:
    """Opening hours as rows for each weekday, and apart from them when the telephone is answered."""
    lines = row.get("opening_hours")
    lines = [] if lines is None else lines
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines) or len(lines) > _MAX_HOURS:
        raise Refused(_("“opening_hours” should be a short list of { days, from, to, note }."))
    opening, telephone = [], []
    for line in lines:
        days, opens, closes = (values.line(line, name, 80, needed=True) for name in ("days", "from", "to"))
        note = values.line(line, "note", 120)
        spans = hours.rows(days.casefold(), opens, closes, note)
        if "telefontid" in note.casefold():
            telephone.append(f"{days} kl. {opens}-{closes}")
        else:
            opening.extend(spans)
    return tuple(opening), ", ".join(telephone)[:120]


def _times(row: dict) -> tuple[tuple[dict, ...], str, str]:
    """Opening hours, those of the telephone, and in words what rows cannot tell; as people write them, or by Open Referral."""
    opening, telephone = _hours(row)
    schedules = row.get("schedules")
    schedules = [] if schedules is None else schedules
    if (
        not isinstance(schedules, list)
        or not all(isinstance(one, dict) for one in schedules)
        or len(schedules) > _MAX_SCHEDULES
    ):
        raise Refused(_("“schedules” should be a list of schedules as Open Referral has them."))
    read = hours_read(schedules)
    told = " · ".join(filter(None, (values.line(row, "schedule_text", _MAX_TOLD), *read.told)))
    rows = tuple(hours.as_row(one) for one in read.rows)
    return (*opening, *rows), telephone, Truncator(plain(told)).chars(_MAX_TOLD)


def _postal_code(row: dict) -> tuple[str]:
    code = values.line(row, "postal_code", 20)
    if code and code not in postal_codes():
        raise Refused(_("“postal_code” is %(value)s, which is no Danish postal code.") % {"value": code})
    return (code,)


READERS: tuple[tuple[tuple[str, ...], Callable], ...] = (
    _one("id", values.line, 160, needed=True),
    _one("name", values.line, 200, needed=True),
    (("kind",), _kind),
    _one("municipality", values.line, 60, needed=True),
    _one("organisation", values.line, 160, needed=True),
    _one("organisation_type", values.choice, set(OrganisationType.values), default="unknown"),
    (("summary", "description"), _summary),
    _one("target_groups", values.texts),
    _one("needs", values.texts),
    (("age_min", "age_max"), _ages),
    (("access",), _access),
    _one("anonymous", values.yes_no),
    _one("cost", values.line, 200),
    _one("address", values.line, 110),
    (("postal_code",), _postal_code),
    _one("city", values.line, 60),
    _one("phone", values.phone),
    _one("email", values.email),
    _one("website", values.website),
    (("opening_hours", "phone_hours", "schedule_text"), _times),
    _one("registration", values.line, 300),
    _one("accessibility", values.texts),
    _one("languages", values.texts),
    _one("first_visit", values.text, 1000),
    _one("legal_basis", values.line, 120),
    _one("source_url", values.source),
    _one("source_date", values.line, 20),
    _one("confidence", values.choice, set(Confidence.values), default="medium"),
    _one("authorities", dated.who_is_responsible),
    _one("performers", dated.who_does_the_work),
)
