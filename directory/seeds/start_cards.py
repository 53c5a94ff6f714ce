"""The cards of the front pages, as they are at first."""

from django.db.models import Model

from directory.models import Need, StartCard, TargetGroup
from directory.seed_data import seed_data
from directory.seeds.table import SeedTable, Values


class StartCardSeeds(SeedTable):
    """Cards, each with the terms and kinds that it searches for."""

    model = StartCard
    name = "start_card"
    key_field = "label"
    fields = ("label_en", "group", "icon", "order", "kinds")
    once = True

    def shipped(self) -> dict[str, Values]:
        told = seed_data("home.json")
        cards = enumerate([*told["cards"], *told["persons"]])
        return {card["label"]: _shipped(order, card) for order, card in cards}

    def rows(self):
        # A municipality's own card may have the words of one that ships.
        return super().rows().filter(municipality=None).prefetch_related("needs", "target_groups")

    def values_of(self, row: Model) -> Values:
        return super().values_of(row) | {
            "needs": sorted(need.slug for need in row.needs.all()),
            "target_groups": sorted(group.slug for group in row.target_groups.all()),
        }

    def write(self, row: Model, values: Values) -> None:
        super().write(row, values)
        row.needs.set(Need.objects.filter(slug__in=values["needs"]))
        row.target_groups.set(TargetGroup.objects.filter(slug__in=values["target_groups"]))


def _shipped(order: int, card: dict) -> Values:
    return {
        "label_en": card["label_en"],
        "group": card["group"],
        "icon": card["icon"],
        "order": order,
        "kinds": " ".join(card["kinds"]),
        "needs": sorted(card["needs"]),
        "target_groups": sorted(card["target_groups"]),
    }
