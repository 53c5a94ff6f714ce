"""What the listings of offers and organisations share: whose rows they show, how they sort and how they search."""

from django.db.models import F, QuerySet
from wagtail.admin.views.pages.listing import IndexView

from cms.editing.common.guide_link import WithGuide
from cms.editing.common.tree import may_edit, with_branch
from cms.editing.common.words import holding_every_word


class EditablePagesView(WithGuide, IndexView):
    """A listing of the pages that somebody may edit, wherever they stand in the tree."""

    #: Fields in which each word of the search box is looked for.
    text_fields: tuple[str, ...] = ("title", "draft_title")

    def get_base_queryset(self) -> QuerySet:
        return self.annotate_queryset(may_edit(self.request.user, self.model.objects.all()))

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        return super().annotate_queryset(with_branch(pages))

    def get_ordering(self) -> str:
        ordering = self.request.GET.get("ordering", self.default_ordering)
        return ordering if ordering in self.get_valid_orderings() else self.default_ordering

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """What was never done comes before what was done long ago; rows that tie are in the order of their titles."""
        field = F(self.ordering.removeprefix("-"))
        first = field.desc(nulls_last=True) if self.ordering.startswith("-") else field.asc(nulls_first=True)
        return queryset.order_by(first, "title", "pk")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Rows that hold every word of the search box."""
        return holding_every_word(queryset, self.search_query, self.text_fields)
