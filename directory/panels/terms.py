"""Choosing from a tree of words: terms in the order of the tree, each moved in by its depth."""

from django.forms import CheckboxSelectMultiple, Select
from django.forms.models import ModelChoiceIterator, ModelChoiceIteratorValue

#: Shown before a term, once for each level that it stands below the top.
INDENT = "\u2003"


def indented(term) -> str:
    """A term, moved in by its depth when it comes from `in_tree_order`."""
    depth = getattr(term, "depth", 0)
    return f"{INDENT * depth}{term}"


class TreeIterator(ModelChoiceIterator):
    """The choices of a field, as a tree."""

    def __iter__(self):
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        for term in self.queryset.in_tree_order():
            yield ModelChoiceIteratorValue(self.field.prepare_value(term), term), indented(term)


class _TreeChoices:
    """Takes the choices that a form gives a widget, and puts them in the order of the tree."""

    @property
    def choices(self):
        return self._choices

    @choices.setter
    def choices(self, given):
        self._choices = TreeIterator(given.field) if isinstance(given, ModelChoiceIterator) else given


class TermSelect(_TreeChoices, Select):
    """A list in which one term is chosen, drawn as the tree it stands in."""


class TermCheckboxes(_TreeChoices, CheckboxSelectMultiple):
    """Several terms; all that there is can be seen at once."""
