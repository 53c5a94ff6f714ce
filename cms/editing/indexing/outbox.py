"""The report "Changes that wait for the search": for operators who wonder why a change cannot be found yet."""

import django_filters
from django import forms
from django.contrib.auth.models import Permission
from django.db.models import Count, Min, Q
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.views.reports import ReportView

from cms.editing.common.columns import LinkColumn
from cms.editing.common.menu import ReportItem
from directory.models import Outbox
from search import targets


class OutboxFilters(WagtailFilterSet):
    """Rows that failed, or rows that have not been tried."""

    tried = django_filters.ChoiceFilter(
        label=_("Tried"),
        choices=[("failed", _("Went wrong")), ("waiting", _("Waits its turn"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="filter_tried",
    )

    class Meta:
        model = Outbox
        fields: list[str] = []

    def filter_tried(self, queryset, name, value):
        return queryset.exclude(error="") if value == "failed" else queryset.filter(error="")


def _edit_url(row: Outbox) -> str:
    kind, _colon, key = row.key.partition(":")
    return reverse("wagtailadmin_pages:edit", args=[key]) if kind == "offer" else ""


class OutboxReportView(ReportView):
    """What waits, how long it has waited, and what went wrong."""

    model = Outbox
    page_title = _("Changes that wait for the search")
    header_icon = "history"
    index_url_name = "outbox_report"
    index_results_url_name = "outbox_report_results"
    results_template_name = "cms/admin/outbox_results.html"
    permission_required = "view"
    filterset_class = OutboxFilters
    default_ordering = "created"
    columns = [
        LinkColumn("key", label=_("Entry"), get_url=_edit_url),
        Column("target", label=_("Index")),
        DateColumn("created", label=_("Written"), sort_key="created"),
        NumberColumn("attempts", label=_("Attempts"), sort_key="attempts"),
        DateColumn("not_before", label=_("Next try")),
        Column("error", label=_("What went wrong")),
    ]

    def get_context_data(self, *args, **kwargs):
        summary = Outbox.objects.aggregate(
            length=Count("pk"), oldest=Min("created"), failed=Count("pk", filter=~Q(error=""))
        )
        health = {name: engine.check() for name, engine in targets().items()}
        return super().get_context_data(*args, **kwargs) | {"summary": summary, "indexes": health}


def menu_item() -> ReportItem:
    """The report in the menu of reports."""
    return ReportItem(OutboxReportView, "outbox")


def permissions():
    """What a group can be given in the admin: to see the report."""
    return Permission.objects.filter(content_type__app_label="directory", codename="view_outbox")


urlpatterns = [
    path("reports/outbox/", OutboxReportView.as_view(), name="outbox_report"),
    path("reports/outbox/results/", OutboxReportView.as_view(results_only=True), name="outbox_report_results"),
]
