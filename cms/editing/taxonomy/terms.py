"""Words as a tree: each under the one it belongs to, with its everyday names and the offers that use it."""

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.editing.common.columns import LinkColumn
from cms.editing.common.own import OwnIndexView, OwnViewSet
from directory.models import Need, TargetGroup
from directory.panels.terms import indented


class TermListingView(OwnIndexView):
    """The tree, unless somebody searches or sorts."""

    @cached_property
    def columns(self):
        columns = super().columns
        columns[1].accessor = indented
        return columns

    def get_queryset(self):
        terms = super().get_queryset()
        return terms if self.is_searching or self.is_explicitly_ordered else terms.in_tree_order()


def _number_of_names(term) -> int:
    return len(term.everyday_names)


class TermViewSet(OwnViewSet):
    """What needs and target groups have in common in the admin."""

    index_view_class = TermListingView
    # A tree that is cut into pages is no tree.
    list_per_page = 500
    search_fields = ["name", "name_en", "everyday"]
    copy_view_enabled = False
    #: From a term to the rows in which offers name it, and the filter of the listing of offers that finds them.
    offers_by = ""
    listing_filter = ""

    @property
    def list_display(self):
        return [
            "name",
            Column("names", label=_("Everyday names"), accessor=_number_of_names),
            LinkColumn("offer_count", label=_("Offers"), sort_key="offer_count", get_url=self.offers_url),
            "slug",
        ]

    def rows(self):
        counted = self.model.objects.annotate(offer_count=Count(self.offers_by, distinct=True))
        # Said again, because Django drops a model's own order when rows are counted.
        return counted.order_by(*self.model._meta.ordering)

    def offers_url(self, term) -> str:
        """The listing of offers, narrowed to this term; nothing when it would be empty."""
        return term.offer_count and f"{reverse('offers:index')}?{self.listing_filter}={term.slug}"


class NeedViewSet(TermViewSet):
    """The listing of needs and wishes, as a tree with how many offers each has."""

    model = Need
    icon = "help"
    offers_by = "offers"
    listing_filter = "need"


class TargetGroupViewSet(TermViewSet):
    """The listing of target groups, as a tree with how many offers each has."""

    model = TargetGroup
    icon = "group"
    offers_by = "audiences"
    listing_filter = "target_group"
