"""What waits for an editor: an edition to be checked, a line past its last day, an offer that could take a newer edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from directory.models import CommonDescription, DescriptionEdition, OfferPage
from directory.models.description import DescriptionPart, LawLine


def with_newer_edition(offers: QuerySet[OfferPage]) -> QuerySet[OfferPage]:
    """Those of the offers whose description somebody has checked in a newer edition than the one they have taken."""
    newer = DescriptionEdition.objects.filter(
        description=OuterRef("common_description"), number__gt=OuterRef("description_edition"), checked_on__isnull=False
    )
    return offers.filter(Exists(newer))


def unchecked(descriptions: QuerySet[CommonDescription]) -> QuerySet[CommonDescription]:
    """Those of the descriptions whose last edition nobody has checked."""
    editions = DescriptionEdition.objects.filter(description=OuterRef("pk")).order_by("-number")
    last = descriptions.annotate(last_checked_on=Subquery(editions.values("checked_on")[:1]))
    return last.filter(last_checked_on=None)


def past_their_day(descriptions: QuerySet[CommonDescription], day: date) -> Iterator[tuple[CommonDescription, LawLine]]:
    """The lines that citizens read until their last day came: of checked editions that a published offer has taken."""
    taken = OfferPage.objects.live().filter(
        common_description=OuterRef("description"), description_edition=OuterRef("number")
    )
    shown = DescriptionEdition.objects.filter(Exists(taken), checked_on__isnull=False, description__in=descriptions)
    told = set()
    for edition in shown.select_related("description").order_by("description__name", "pk"):
        for line in edition.law_lines:
            if not line.is_valid_on(day) and (edition.description_id, line.text) not in told:
                told.add((edition.description_id, line.text))
                yield edition.description, line


@dataclass(frozen=True)
class EditionChange:
    """What one part of a description said, and what it says in a newer edition."""

    label: str
    before: tuple[LawLine, ...]
    after: tuple[LawLine, ...]


def edition_changes(before: DescriptionEdition | None, after: DescriptionEdition) -> list[EditionChange]:
    """The difference between two editions, by what the lines tell. None before: everything is new."""
    old, new = (before.law_lines if before else ()), after.law_lines
    found = []
    for part in DescriptionPart:
        said = {(line.text, line.url) for line in old if line.part == part}
        says = {(line.text, line.url) for line in new if line.part == part}
        gone = tuple(line for line in old if line.part == part and (line.text, line.url) not in says)
        come = tuple(line for line in new if line.part == part and (line.text, line.url) not in said)
        if gone or come:
            found.append(EditionChange(str(part.label), gone, come))
    return found
