"""Labels and notes in the listing of offers: a filter, and a column that leads to what is noted."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn

from cms.editing.common.filters import ReadChoices
from cms.editing.common.tree import may_edit
from directory.models import OfferPage
from directory.noting.labels import names_of
from directory.noting.models import Label, Note


class LabelFilter(ReadChoices):
    """The labels that stand on offers of the person."""

    def __init__(self):
        super().__init__(label=_("Label"), condition=_has_label)

    def choices(self):
        return [(name, name) for name in names_of(may_edit(self.parent.request.user, OfferPage.objects.all()))]


def _has_label(name: str) -> Q:
    # Not a join: an offer that has two of the labels is still one row.
    return Q(pk__in=Label.objects.filter(name=name).order_by().values("offer"))


class NotedColumn(BaseColumn):
    """The labels of an offer, and how many notes there are. Needs rows of `read_noted`."""

    cell_template_name = "cms/admin/noted_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        told = {"labels": instance.labels_noted, "notes": instance.notes_counted}
        url = reverse("offer_notes", args=[instance.pk])
        return super().get_cell_context_data(instance, parent_context) | told | {"url": url}


def column() -> NotedColumn:
    """The column of the listing."""
    return NotedColumn("noted", label=_("Noted"))


def read_noted(offers: Sequence[OfferPage]) -> None:
    """Tell each of some offers its labels and how many notes it has, in two queries."""
    keys = [offer.pk for offer in offers]
    labels: dict[int, list[str]] = defaultdict(list)
    for offer, name in Label.objects.filter(offer__in=keys).values_list("offer", "name"):
        labels[offer].append(name)
    notes = Counter(Note.objects.filter(offer__in=keys).order_by().values_list("offer", flat=True))
    for offer in offers:
        offer.labels_noted, offer.notes_counted = labels[offer.pk], notes[offer.pk]
