"""Municipalities, regions and the state, as what was adopted says; who is called what from which day is data."""

from datetime import date

from django.db.models import Model

from directory.models import Authority, AuthorityName
from directory.seed_data import seed_data
from directory.seeds.table import SeedTable, Values


class AuthoritySeeds(SeedTable):
    """The authorities with their names. Recipients of referrals are the editors' alone: none ship."""

    model = Authority
    name = "authority"
    key_field = "slug"
    fields = ("kind",)

    def shipped(self) -> dict[str, Values]:
        return {row["slug"]: {"kind": row["kind"], "names": [_told(name) for name in row["names"]]} for row in _rows()}

    def rows(self):
        return super().rows().prefetch_related("names")

    def values_of(self, row: Model) -> Values:
        names = [[name.name, *map(_day, (name.first_day, name.last_day)), name.source_url] for name in row.names.all()]
        return super().values_of(row) | {"names": names}

    def write(self, row: Model, values: Values) -> None:
        row.names = [
            AuthorityName(name=name, first_day=_read(first), last_day=_read(last), source_url=source)
            for name, first, last, source in values["names"]
        ]
        super().write(row, values)


def _rows() -> list[dict]:
    return seed_data("authorities.json")


def _told(name: dict) -> list[str]:
    """A name with its first and last day and the address of its source, empty where there is none."""
    return [name["name"], *(name.get(key, "") for key in ("first_day", "last_day", "source_url"))]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _read(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
