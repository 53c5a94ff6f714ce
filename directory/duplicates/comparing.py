"""Two listings side by side: what each says in every field, and which of the two says something."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model
from django.utils.html import strip_tags
from django.utils.text import capfirst
from wagtail.models import Page

from directory.duplicates.in_words import told_row, told_value
from directory.models import OfferPage

#: The lists that an editor writes row by row, and those that are chosen from what is there.
_ROWS = ("audiences", "first_visit_steps", "opening_hours", "closures", "sessions", "authorities", "performers")
_CHOSEN = ("needs", "languages")
#: Who stands behind a listing is not a matter of choice: who merges two says nothing of whether they are right.
_LEFT_OUT = frozenset(
    (
        "verified_on",
        "verified_by",
        "confidence",
        "source_url",
        "source_date",
        "demonstration",
        "external_id",
        "imported",
    )
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A field in which two listings differ: what the one that stays says, and what the one that goes does."""

    name: str
    label: str
    stays: str
    goes: str

    @property
    def proposed(self) -> str:
        """Which of the two is to be kept, unless an editor says otherwise: what stays, where it says anything."""
        return "stays" if self.stays else "goes"

    @property
    def may_be_both(self) -> bool:
        """Whether all that both say can be kept."""
        return self.name in _CHOSEN


def side_by_side(stays: OfferPage, goes: OfferPage) -> list[Compared]:
    """The fields in which they differ, in the order of the form."""
    found = [*_of_fields(stays, goes), *_of_lists(stays, goes)]
    return [one for one in found if one.stays != one.goes]


def as_written(offer: OfferPage) -> OfferPage:
    """The listing as people see it; as its draft has it, where nobody does."""
    return offer.specific if offer.live else offer.get_latest_revision_as_object()


def chosen_value(field: str, which: str, stays: OfferPage, goes: OfferPage) -> tuple[str, Any]:
    """The name under which a field is set, and its value: of `stays`, of `goes`, or of `both`."""
    if field in _CHOSEN:
        rows = {"stays": [stays], "goes": [goes], "both": [stays, goes]}[which]
        return field, list({row.pk: row for offer in rows for row in getattr(offer, field).all()}.values())
    source = goes if which == "goes" else stays
    if field in _ROWS:
        return field, [_copied(row) for row in getattr(source, field).all()]
    attribute = source._meta.get_field(field).attname
    return attribute, getattr(source, attribute)


def _of_fields(stays: OfferPage, goes: OfferPage) -> Iterator[Compared]:
    for field in fields_of_both(stays, goes):
        yield Compared(field.name, capfirst(str(field.verbose_name)), _told(stays, field), _told(goes, field))


def fields_of_both(stays: OfferPage, goes: OfferPage) -> list[Field]:
    """What editors write in both, in the order of their models: of two kinds, what all kinds have."""
    model = type(stays) if type(stays) is type(goes) else OfferPage
    of_pages = {field.name for field in Page._meta.get_fields()} - {"title"}
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable and field.name not in of_pages | _LEFT_OUT and not field.primary_key
    ]


def _told(offer: OfferPage, field: Field) -> str:
    if field.is_relation:
        row = getattr(offer, field.name)
        return "" if row is None else str(row)
    return strip_tags(told_value(field, getattr(offer, field.attname)).replace("</p><p>", " "))


def _of_lists(stays: OfferPage, goes: OfferPage) -> Iterator[Compared]:
    for name in _CHOSEN:
        label = OfferPage._meta.get_field(name).verbose_name
        yield Compared(name, capfirst(str(label)), *(_joined(offer, name, str) for offer in (stays, goes)))
    for name in _ROWS:
        label = getattr(OfferPage, name).rel.related_model._meta.verbose_name
        yield Compared(name, capfirst(str(label)), *(_joined(offer, name, told_row) for offer in (stays, goes)))


def _joined(offer: OfferPage, name: str, words) -> str:
    return "; ".join(sorted(words(row) for row in getattr(offer, name).all()))


def _copied(row: Model) -> Model:
    """A new row that says the same."""
    own = [field for field in row._meta.concrete_fields if not field.primary_key and field.name != "offer"]
    return type(row)(**{field.attname: getattr(row, field.attname) for field in own})
