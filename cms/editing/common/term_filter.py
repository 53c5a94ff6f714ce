"""A filter over a tree of words: choosing one finds what is labelled with it or with a word below it."""

from django.db.models import Q

from cms.editing.common.filters import ReadChoices
from directory.models.taxonomy import Term
from directory.models.term_tree import TermTree
from directory.panels.terms import indented


class TermFilter(ReadChoices):
    """Terms as a tree of check boxes."""

    def __init__(self, *, terms: type[Term], **kwargs):
        super().__init__(condition=None, **kwargs)
        self.terms = terms

    def choices(self):
        return [(term.slug, indented(term)) for term in self.terms.objects.all().in_tree_order()]

    def filter(self, qs, value):
        if not value:
            return qs
        tree = TermTree(self.terms.objects.all())
        found = Q(**{f"{self.field_name}__in": tree.downwards(tree.keys(value))})
        # Not a join: an offer that has two of the terms is still one row.
        return qs.filter(pk__in=qs.model._base_manager.filter(found).values("pk"))
