"""The cards of the front pages, as they are at first."""

from directory.models import Need, StartCard, TargetGroup
from directory.seed_data import seed_data


def load_cards() -> int:
    """Make the cards when there are none; an editor may have deleted some on purpose."""
    if StartCard.objects.exists():
        return 0
    told = seed_data("home.json")
    rows = [*told["cards"], *told["persons"]]
    for order, row in enumerate(rows):
        card = StartCard.objects.create(
            label=row["label"],
            label_en=row["label_en"],
            group=row["group"],
            icon=row["icon"],
            order=order,
            kinds=" ".join(row["kinds"]),
        )
        card.needs.set(Need.objects.filter(slug__in=row["needs"]))
        card.target_groups.set(TargetGroup.objects.filter(slug__in=row["target_groups"]))
    return len(rows)
