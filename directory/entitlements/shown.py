"""What citizens see of a common description: an edition that somebody has checked, without the lines past their last day."""

from dataclasses import dataclass
from datetime import date

from directory.models import DescriptionEdition, OfferPage
from directory.models.description import DescriptionPart, LawLine
from directory.models.kept import kept

#: A description and the number of its edition.
_Key = tuple[int, int]


@dataclass(frozen=True)
class Entitlement:
    """What the law says of an offer, by what each line tells."""

    what: tuple[LawLine, ...]
    decides: tuple[LawLine, ...]
    rights: tuple[LawLine, ...]

    @property
    def lines(self) -> tuple[LawLine, ...]:
        """All of it, in the order in which it is read."""
        return (*self.what, *self.rights, *self.decides)


def entitlement_of(offer: OfferPage, day: date) -> Entitlement | None:
    """What citizens read at an offer on a day; None where nobody has checked it, or where no line is left."""
    if not offer.common_description_id:
        return None
    lines = _checked().get((offer.common_description_id, offer.description_edition), ())
    valid = [line for line in lines if line.is_valid_on(day)]
    what, decides, rights = (
        tuple(line for line in valid if line.part == part)
        for part in (DescriptionPart.WHAT, DescriptionPart.DECIDES, DescriptionPart.RIGHT)
    )
    return Entitlement(what, decides, rights) if valid else None


@kept(DescriptionEdition)
def _checked() -> dict[_Key, tuple[LawLine, ...]]:
    # Their usual order would read the descriptions too.
    rows = DescriptionEdition.objects.filter(checked_on__isnull=False).order_by()
    return {(row.description_id, row.number): row.law_lines for row in rows}


def words_of_checked() -> dict[_Key, tuple[str, ...]]:
    """The words that people use, of each checked edition: what the search finds the offers by that have taken it."""
    rows = DescriptionEdition.objects.filter(checked_on__isnull=False).select_related("description")
    return {(row.description_id, row.number): tuple(row.description.word_lines) for row in rows}
