"""What is known about organisations, from a file beside the offers."""

from django.utils.translation import gettext as _

from directory.importing.check import values
from directory.importing.errors import Refused, Unreadable

_READERS = {"phone": values.phone, "email": values.email, "website": values.website}


def contacts_from(rows: object) -> dict[str, dict[str, str]]:
    """Telephone, mail and web page of each organisation by its name. What cannot be true is left out."""
    if not isinstance(rows, list):
        raise Unreadable(_("The file of organisations is not a JSON list."))
    known = (row for row in rows if isinstance(row, dict) and isinstance(row.get("name"), str))
    return {" ".join(row["name"].split()): _contact(row) for row in known}


def _contact(row: dict) -> dict[str, str]:
    found = {}
    for name, reader in _READERS.items():
        try:
            found[name] = reader(row, name)
        except Refused:
            # A page without a number is better than none, and far better than a wrong number.
            continue
    return {name: value for name, value in found.items() if value}
