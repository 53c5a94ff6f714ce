"""The listing "Offers" in the admin's menu: all offers that somebody may edit, those to be checked first on top."""

from django.middleware.csrf import get_token
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn, ParentPageColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from cms.editing.common.columns import FreshnessColumn, StateColumn
from cms.editing.common.menu import EditorsMenuItem, main_order
from cms.editing.common.offer_listing import BROUGHT
from cms.editing.common.page_listing import EditablePagesView
from cms.editing.common.tree import with_organisation
from cms.editing.offers.alone import know_alone
from cms.editing.offers.back import listing_address
from cms.editing.offers.confirming import may_confirm
from cms.editing.offers.day import TodayColumn
from cms.editing.offers.filters import OfferListingFilters
from cms.editing.offers.place_new import ChooseOrganisationView
from directory.models import OfferPage
from directory.models.offer import card_rows


def kind_label(offer: OfferPage) -> str:
    """The kind, as it stands in a cell by itself."""
    return capfirst(offer.kind_name)


class CheckedColumn(FreshnessColumn):
    """The same with a button that says that all is right, for those who may."""

    cell_template_name = "cms/admin/checked_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context, request = super().get_cell_context_data(instance, parent_context), parent_context["request"]
        # A cell is rendered by itself, without what a page knows of its request.
        told = {"csrf_token": get_token(request), "here": listing_address(request)}
        return context | told | {"may_confirm": context["late"] and may_confirm(request.user, instance)}


class OfferListingView(EditablePagesView):
    """The rows of the listing."""

    results_template_name = "cms/admin/offers_results.html"
    text_fields = ("title", "draft_title", "teaser", "organisation_title", "place__name", "place__street")
    default_ordering = "verified_on"

    def annotate_queryset(self, pages):
        return super().annotate_queryset(with_organisation(pages)).prefetch_related(*card_rows())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        know_alone(context["object_list"])
        for read in BROUGHT.read:
            read(context["object_list"])
        return context | {"above": [component(self.request) for component in BROUGHT.above]}


class OfferListingViewSet(PageListingViewSet):
    """The listing, its filters and the button for a new offer."""

    name = "offers"
    model = OfferPage
    index_view_class = OfferListingView
    choose_parent_view_class = ChooseOrganisationView
    icon = "list-ul"
    add_to_admin_menu = True
    menu_item_class = EditorsMenuItem
    menu_label = _("Offers")
    menu_name = "offers"
    menu_order = main_order(menu_name)
    _columns = (
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("kind_name", label=_("Kind"), accessor=kind_label, sort_key="content_type__model"),
        Column("branch_title", label=_("Municipality"), sort_key="branch_title"),
        ParentPageColumn("organisation", label=_("Organisation"), sort_key="organisation_title"),
        CheckedColumn("verified_on", label=_("Checked on"), sort_key="verified_on"),
        StateColumn("state", label=_("State"), sort_key="live"),
        TodayColumn("today", label=_("Today")),
        DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
    )
    list_export = [
        "title",
        "kind_name",
        "branch_title",
        "organisation_title",
        "verified_on",
        "review_interval",
        "status_string",
        "state",
        "latest_revision_created_at",
    ]
    export_headings = {
        "kind_name": _("Kind"),
        "branch_title": _("Municipality"),
        "organisation_title": _("Organisation"),
        "review_interval": _("Check again after, in months"),
        "status_string": _("State"),
        "state": _("Can one join now"),
        "latest_revision_created_at": _("Updated"),
    }
    export_filename = "tilbud"

    @property
    def list_display(self):
        """The own columns, and those of other rooms."""
        return [*self._columns, *BROUGHT.columns]

    @property
    def filterset_class(self):
        """The own filters, and those of other rooms."""
        return type("OfferListingFilters", (OfferListingFilters,), dict(BROUGHT.filters))
