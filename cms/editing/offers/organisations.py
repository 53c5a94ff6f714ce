"""The listing "Organisations" in the admin's menu: who is behind the offers, and how many offers each has."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from cms.editing.common.filters import BranchFilter, DemonstrationFilter
from cms.editing.common.menu import EditorsMenuItem, main_order
from cms.editing.common.page_listing import EditablePagesView
from directory.models import OrganisationPage
from directory.models.organisation import OrganisationType


class OrganisationListingFilters(WagtailFilterSet):
    """The filters beside the listing."""

    organisation_type = django_filters.MultipleChoiceFilter(
        label=_("Kind of organisation"), choices=OrganisationType.choices, widget=forms.CheckboxSelectMultiple
    )
    municipality = BranchFilter()
    offers = django_filters.ChoiceFilter(
        label=_("Offers"),
        choices=[("none", _("Without offers")), ("some", _("With offers"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="filter_offers",
    )
    demonstration = DemonstrationFilter()

    class Meta:
        model = OrganisationPage
        fields: list[str] = []

    def filter_offers(self, queryset, name, value):
        return queryset.filter(Q(numchild=0) if value == "none" else Q(numchild__gt=0))


class OrganisationListingView(EditablePagesView):
    """The rows of the listing."""

    text_fields = ("title", "draft_title", "about", "email", "website")
    default_ordering = "title"


class OrganisationListingViewSet(PageListingViewSet):
    """The listing, its filters and the button for a new organisation."""

    name = "organisations"
    model = OrganisationPage
    index_view_class = OrganisationListingView
    filterset_class = OrganisationListingFilters
    icon = "group"
    add_to_admin_menu = True
    menu_item_class = EditorsMenuItem
    menu_label = _("Organisations")
    menu_name = "organisations"
    menu_order = main_order(menu_name)
    list_display = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column(
            "organisation_type",
            label=_("Kind of organisation"),
            accessor="get_organisation_type_display",
            sort_key="organisation_type",
        ),
        Column("branch_title", label=_("Municipality"), sort_key="branch_title"),
        NumberColumn("numchild", label=_("Offers"), sort_key="numchild"),
        PageStatusColumn("status", label=_("State"), sort_key="live"),
        DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
    ]
    list_export = ["title", "get_organisation_type_display", "branch_title", "numchild", "phone", "email", "website"]
    export_headings = {
        "get_organisation_type_display": _("Kind of organisation"),
        "branch_title": _("Municipality"),
        "numchild": _("Offers"),
    }
    export_filename = "organisationer"
