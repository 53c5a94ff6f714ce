"""Facts for tables: what is asked, and the answer in words, unknown said as unknown."""

from dataclasses import dataclass

from django.db.models import Model

from directory.models import Place


@dataclass(frozen=True)
class FactRow:
    """A fact of a table: what is asked, and the answer in words; `known` is False when nobody has told."""

    label: str
    answer: str
    known: bool = True


def choice_row(row: Model, name: str) -> FactRow:
    """A fact that is chosen from a list."""
    value = getattr(row, name)
    field = row._meta.get_field(name)
    return FactRow(str(field.verbose_name), str(getattr(row, f"get_{name}_display")()), value != "unknown")


def getting_in(place: Place | None) -> list[FactRow]:
    """Steps, lift, toilet and hearing loop of the house; none for an address that is hidden."""
    if place is None or not place.is_public:
        return []
    return [choice_row(place, name) for name in ("step_free", "lift", "accessible_toilet", "hearing_loop")]
