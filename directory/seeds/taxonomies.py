"""Needs and target groups, the trees of terms that offers are labelled with."""

from typing import ClassVar

from django.db.models import Model

from directory.models import FormerAddress, Need, TargetGroup
from directory.seed_data import seed_data
from directory.seeds.table import SeedTable, Values


class TermSeeds(SeedTable):
    """A tree of terms from a file."""

    file: ClassVar[str]
    key_field = "slug"
    fields = ("name", "name_en", "everyday", "order")

    def shipped(self) -> dict[str, Values]:
        return dict(_walk(seed_data(self.file), ""))

    def rows(self):
        return super().rows().select_related("parent")

    def values_of(self, row: Model) -> Values:
        return super().values_of(row) | {"parent": row.parent.slug if row.parent else ""}

    def write(self, row: Model, values: Values) -> None:
        row.parent = self._term(values["parent"])
        # Editors may have moved what is above: a term under itself would have no end.
        row.clean()
        super().write(row, values)

    def _term(self, slug: str) -> Model | None:
        """The term with this address, or the one into which editors have merged it."""
        rows = self.model._default_manager
        return (
            rows.filter(slug=slug).first()
            or rows.filter(slug__in=FormerAddress.now(self.model, [slug]).values()).first()
        )


class NeedSeeds(TermSeeds):
    """The tree of needs, which says what somebody needs or wishes."""

    model = Need
    name = "need"
    file = "needs.json"


class TargetGroupSeeds(TermSeeds):
    """The tree of target groups, which says whom an offer is for."""

    model = TargetGroup
    name = "target_group"
    file = "target_groups.json"


def _walk(rows: list[dict], parent: str):
    for order, row in enumerate(rows):
        yield (
            row["slug"],
            {
                "name": row["name"],
                "name_en": row.get("name_en", ""),
                "everyday": "\n".join(row.get("everyday", ())),
                "order": order,
                "parent": parent,
            },
        )
        yield from _walk(row.get("children", ()), row["slug"])
