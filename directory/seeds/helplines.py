"""Help lines, as their owners' pages tell of them. Nobody has dialled one that ships; a line that editors checked is theirs."""

from django.db.models import Model

from directory.models import Helpline, HelplineHours
from directory.seed_data import seed_data
from directory.seeds.table import SeedTable, Values


class HelplineSeeds(SeedTable):
    """The lines with their opening hours."""

    model = Helpline
    name = "helpline"
    key_field = "name"
    fields = (
        "number",
        "topics",
        "always_open",
        "anonymous",
        "asks_for_cpr",
        "cost",
        "about",
        "priority",
        "source_url",
        "region",
    )
    #: Fields that came later. Empty they are not told: so an older row that lacks them is still known as ours.
    later = ("about_en", "own_url")

    def shipped(self) -> dict[str, Values]:
        return {row["name"]: self._shipped(row) for row in seed_data("helplines.json")}

    def _shipped(self, row: dict) -> Values:
        stated = {field: row[field] or "" for field in ("cost", "about", "source_url", "region")}
        return {
            **{field: row[field] for field in self.fields},
            **stated,
            "topics": " ".join(row["topics"]),
            "always_open": bool(row["always_open"]),
            "hours": sorted(
                [row["weekday"], *(_minutes(row[name]) for name in ("opens", "closes"))] for row in row["hours"]
            ),
            "checked": "",
            **{field: row[field] for field in self.later if row[field]},
        }

    def rows(self):
        return super().rows().prefetch_related("hours")

    def values_of(self, row: Model) -> Values:
        checked = (row.verified_on, row.verified_by, row.valid_from, row.valid_to)
        return super().values_of(row) | {
            "hours": sorted([span.weekday, f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in row.hours.all()),
            "checked": " ".join(str(value) for value in checked if value),
            **{field: getattr(row, field) for field in self.later if getattr(row, field)},
        }

    def write(self, row: Model, values: Values) -> None:
        row.hours = [HelplineHours(weekday=day, opens=opens, closes=closes) for day, opens, closes in values["hours"]]
        for field in self.later:
            setattr(row, field, values.get(field, ""))
        super().write(row, values)


def _minutes(clock: str) -> str:
    """A time of the day without its seconds, which nobody states."""
    return clock[:5]
