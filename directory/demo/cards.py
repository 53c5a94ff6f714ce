"""The cards of the front pages, as they are at first."""

import json

from directory.importing.words import DATA
from directory.models import Need, StartCard, TargetGroup


def load_cards() -> int:
    """Make the cards when there are none; an editor may have deleted some on purpose."""
    if StartCard.objects.exists():
        return 0
    told = json.loads((DATA / "home.json").read_text(encoding="utf-8"))
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
