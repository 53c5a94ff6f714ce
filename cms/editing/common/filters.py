"""Filters that the listings of offers and organisations share."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.editing.common.tree import branches_of, may_edit
from directory.models.facts.freshness import Demonstration

#: A real listing is stored as an empty text, which in an address would mean that nothing was asked for.
REAL = "real"


def any_of(queryset: QuerySet, conditions: list[Q]) -> QuerySet:
    """The rows that meet one of the conditions, or all rows when there is none."""
    met = Q()
    for condition in conditions:
        met |= condition
    return queryset.filter(met)


class CheckBoxes(django_filters.MultipleChoiceFilter):
    """Choices that widen each other; what each finds is said by `condition`."""

    def __init__(self, *, condition, **kwargs):
        super().__init__(widget=forms.CheckboxSelectMultiple, **kwargs)
        self.condition = condition

    def filter(self, qs, value):
        return any_of(qs, [self.condition(one) for one in value])


class ReadChoices(CheckBoxes):
    """Choices that are read from the database, once for a request."""

    @property
    def field(self):
        self.extra.setdefault("choices", self.choices())
        return super().field

    def choices(self) -> list[tuple[str, str]]:
        """The values and what they are called."""
        raise NotImplementedError


class BranchFilter(ReadChoices):
    """Municipalities, and the whole country; only those in which the editor has something."""

    def __init__(self):
        super().__init__(label=_("Municipality"), condition=lambda path: Q(path__startswith=path))

    def choices(self):
        return branches_of(may_edit(self.parent.request.user, self.model._default_manager.all()))


class DemonstrationFilter(CheckBoxes):
    """Real listings, real ones that nobody confirmed, and made-up ones."""

    def __init__(self):
        super().__init__(
            label=_("Demonstration"),
            choices=[(value or REAL, label) for value, label in Demonstration.choices],
            condition=lambda kind: Q(demonstration="" if kind == REAL else kind),
        )
