"""The municipality and the region of the example. From New Year 2027 some of its offers are the region's."""

import json
from datetime import date

from directory.demo.tree import DATA
from directory.models import Authority, AuthorityName, ReferralRecipient

_DAYS = ("first_day", "last_day")


def ensure_authorities() -> None:
    """Write those that are not there; what somebody changed stays."""
    for row in json.loads((DATA / "eksempel" / "authorities.json").read_text(encoding="utf-8")):
        if not Authority.objects.filter(slug=row["slug"]).exists():
            authority = Authority(slug=row["slug"], kind=row["kind"])
            authority.names = [AuthorityName(**with_days(name)) for name in row["names"]]
            authority.recipients = [ReferralRecipient(**with_days(one)) for one in row["recipients"]]
            authority.save()


def with_days(row: dict) -> dict:
    """A row of a file with its days as dates."""
    return row | {name: date.fromisoformat(row[name]) for name in _DAYS if row.get(name)}
