"""The labels of offers: spelled alike within a municipality, each once on an offer."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from directory.cpr import validate_no_cpr
from directory.models import OfferPage
from directory.models.tree import BRANCH_PATH_LENGTH
from directory.noting.models import Label

#: So many labels can be given at once: more are no help in finding an offer.
MAX_LABELS = 10


def names_of(offers: QuerySet[OfferPage]) -> list[str]:
    """The labels that stand on some of the offers."""
    rows = Label.objects.filter(offer__in=offers.order_by().values("pk"))
    return list(rows.order_by("name").values_list("name", flat=True).distinct())


def read_names(told: str) -> list[str]:
    """The labels in a text, with a comma between them, each once. ValidationError for what is none."""
    names = list({name.casefold(): name for part in told.split(",") if (name := " ".join(part.split()))}.values())
    if len(names) > MAX_LABELS:
        raise ValidationError(_("Write at most %(count)s labels.") % {"count": MAX_LABELS})
    if any(len(name) > Label.MAX_NAME for name in names):
        raise ValidationError(_("A label has at most %(count)s letters.") % {"count": Label.MAX_NAME})
    for name in names:
        validate_no_cpr(name)
    return names


def put_on(offer: OfferPage, names: Iterable[str]) -> None:
    """Give an offer these labels as well, spelled as they are on other offers of its branch."""
    known = _spellings(offer)
    for name in names:
        Label.objects.get_or_create(offer_id=offer.pk, name=known.get(name.casefold(), name))


def take_off(offer: OfferPage, names: Iterable[str]) -> None:
    """Take these labels off an offer, however they are spelled there."""
    gone = {name.casefold() for name in names}
    rows = Label.objects.filter(offer=offer.pk)
    rows.filter(pk__in=[row.pk for row in rows if row.name.casefold() in gone]).delete()


def set_on(offer: OfferPage, names: list[str]) -> None:
    """Let an offer have these labels and no others."""
    kept = {name.casefold() for name in names}
    take_off(offer, [row.name for row in Label.objects.filter(offer=offer.pk) if row.name.casefold() not in kept])
    put_on(offer, names)


def _spellings(offer: OfferPage) -> dict[str, str]:
    branch = OfferPage.objects.filter(path__startswith=offer.path[:BRANCH_PATH_LENGTH])
    return {name.casefold(): name for name in names_of(branch)}
