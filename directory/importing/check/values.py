"""Checks of single values from outside. Each returns the value made tidy, or raises `Refused` with what to mend."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from directory.cpr import validate_no_cpr
from directory.facets.ages import OLDEST
from directory.importing.clean_text import plain
from directory.importing.errors import Refused
from directory.importing.read.rows import has_broken_letters
from directory.validators import validate_phone

_MAX_WORDS = 40
_web = URLValidator(schemes=["http", "https"])


def safe(row: dict) -> None:
    """Refuse a row that holds null bytes, letters of another encoding, or what looks like a CPR number."""
    for name, text in _strings(row):
        if "\x00" in text:
            raise Refused(_("“%(field)s” holds null bytes.") % {"field": name})
        if has_broken_letters(text):
            raise Refused(_("“%(field)s” is not UTF-8. Save the file with the encoding UTF-8.") % {"field": name})
        _no_cpr(name, text)


def _no_cpr(name: str, text: str) -> None:
    try:
        validate_no_cpr(text)
    except ValidationError as error:
        raise Refused(f"“{name}”: {error.message}") from error


def _strings(row: dict) -> Iterator[tuple[str, str]]:
    """All texts in a row with the name of their field, however deep they lie."""
    waiting = [(str(name), value) for name, value in row.items()]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list):
            waiting.extend((name, item) for item in value)
        elif isinstance(value, dict):
            waiting.extend((f"{name}.{key}", item) for key, held in value.items() for item in (key, held))


def text(row: dict, name: str, longest: int, *, needed: bool = False) -> str:
    """A text of at most so many characters; empty when it is not stated."""
    value = row.get(name)
    if value is None:
        value = ""
    if not isinstance(value, str):
        raise Refused(_("“%(field)s” should be text, and is %(value)s.") % {"field": name, "value": repr(value)[:40]})
    # Far too long is not worth tidying up first.
    value = plain(value) if len(value) <= 4 * longest + 1000 else value
    if len(value) > longest:
        raise Refused(
            _("“%(field)s” has %(length)s characters; at most %(longest)s fit.")
            % {"field": name, "length": len(value), "longest": longest}
        )
    if needed and not value:
        raise Refused(_("“%(field)s” is missing.") % {"field": name})
    return value


def line(row: dict, name: str, longest: int, *, needed: bool = False) -> str:
    """A text on one line."""
    return " ".join(text(row, name, longest, needed=needed).split())


def texts(row: dict, name: str) -> tuple[str, ...]:
    """A list of short texts."""
    value = row.get(name)
    value = [] if value is None else value
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Refused(_("“%(field)s” should be a list of words.") % {"field": name})
    if len(value) > _MAX_WORDS:
        raise Refused(_("“%(field)s” holds more than %(most)s words.") % {"field": name, "most": _MAX_WORDS})
    words = (line({name: item}, name, 120) for item in value)
    return tuple(dict.fromkeys(word for word in words if word))


def age(row: dict, name: str) -> int | None:
    """An age in whole years; None when it is not stated."""
    value = row.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= OLDEST:
        raise Refused(
            _("“%(field)s” should be a whole number from 0 to %(oldest)s, and is %(value)s.")
            % {"field": name, "oldest": OLDEST, "value": repr(value)[:40]}
        )
    return value


def yes_no(row: dict, name: str) -> bool | None:
    """True, false, or None when it is not stated."""
    value = row.get(name)
    if value is not None and not isinstance(value, bool):
        raise Refused(_("“%(field)s” should be true, false or null.") % {"field": name})
    return value


def choice(row: dict, name: str, known: set[str], *, default: str) -> str:
    """One of the known words."""
    value = line(row, name, 60) or default
    if value not in known:
        raise Refused(
            _("“%(field)s” is %(value)s, which is not known. Choose one of: %(known)s.")
            % {"field": name, "value": value, "known": ", ".join(sorted(known))}
        )
    return value


def phone(row: dict, name: str) -> str:
    """A telephone number that somebody can call."""
    return _valid(row, name, 24, validate_phone)


def email(row: dict, name: str) -> str:
    """A mail address of at most 254 characters."""
    return _valid(row, name, 254, validate_email)


def website(row: dict, name: str) -> str:
    """The address of a web page, beginning with http:// or https://."""
    return _valid(row, name, 200, _web)


def source(row: dict, name: str) -> str:
    """Where a record comes from: a web page, or `seed:` and the name of a document."""
    if str(row.get(name) or "").startswith("seed:"):
        return line(row, name, 500)
    return _valid(row, name, 500, _web)


def _valid(row: dict, name: str, longest: int, validate) -> str:
    value = line(row, name, longest)
    try:
        if value:
            validate(value)
    except ValidationError as error:
        raise Refused(f"“{name}” ({value[:60]}): {' '.join(map(str, error.messages))}") from error
    return value
