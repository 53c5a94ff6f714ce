"""Common descriptions and the rules of who may be listed. Nobody has checked a description that ships."""

from datetime import date

from django.db.models import Model

from directory.entitlements.editions import keep_edition
from directory.models import CommonDescription, DescriptionLine, ListingRule
from directory.seed_data import seed_data
from directory.seeds.table import SeedTable, Values

_TOLD = ("part", "text", "url", "read_on", "valid_to")


class DescriptionSeeds(SeedTable):
    """The descriptions that hold everywhere, each with its lines."""

    model = CommonDescription
    name = "common_description"
    key_field = "name"

    def shipped(self) -> dict[str, Values]:
        return {
            row["name"]: {
                "words": "\n".join(row["words"]),
                "lines": [{name: line[name] for name in _TOLD} for line in row["lines"]],
            }
            for row in seed_data("descriptions.json")
        }

    def rows(self):
        # A municipality's own may have the name of one that ships.
        return super().rows().filter(municipality=None).prefetch_related("lines")

    def values_of(self, row: Model) -> Values:
        lines = [{name: str(getattr(line, name)) for name in _TOLD} for line in row.lines.all()]
        return {"words": row.words, "lines": lines}

    def write(self, row: Model, values: Values) -> None:
        row.words = values["words"]
        row.lines = [_line(place, told) for place, told in enumerate(values["lines"])]
        row.save()
        keep_edition(row)


def _line(place: int, told: dict[str, str]) -> DescriptionLine:
    days = {name: date.fromisoformat(told[name]) for name in ("read_on", "valid_to")}
    return DescriptionLine(sort_order=place, **{**told, **days})


class ListingRuleSeeds(SeedTable):
    """The rules that hold where a municipality has none of its own."""

    model = ListingRule
    name = "listing_rule"
    key_field = "number"
    fields = ("text", "text_en")

    def shipped(self) -> dict[str, Values]:
        return {
            str(row["number"]): {name: row[name] for name in self.fields} for row in seed_data("listing_rules.json")
        }

    def rows(self):
        return super().rows().filter(municipality=None)

    def key_of(self, row: Model) -> str:
        return str(row.number)

    def new(self, key: str) -> Model:
        return ListingRule(number=int(key))
