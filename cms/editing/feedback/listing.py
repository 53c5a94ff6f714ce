"""The listing "Feedback" in the admin's menu: what visitors told about the pages that somebody may edit."""

import django_filters
from django import forms
from django.contrib.auth.mixins import UserPassesTestMixin
from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.reports import ReportView

from cms.editing.common.columns import DayColumn, LinkColumn
from cms.editing.common.guide_link import WithGuide
from cms.editing.common.menu import main_order
from cms.editing.feedback.handling import handle
from cms.editing.feedback.rights import may_read, may_read_some
from directory.models import Feedback
from directory.models.feedback import FeedbackKind


class FeedbackFilters(WagtailFilterSet):
    """What is still to be dealt with, and what it is about."""

    handled = django_filters.ChoiceFilter(
        label=_("Dealt with"),
        choices=[("no", _("Not yet")), ("yes", _("Yes"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="filter_handled",
    )
    what = django_filters.MultipleChoiceFilter(
        label=_("What"), choices=FeedbackKind.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Feedback
        fields: list[str] = []

    def filter_handled(self, queryset, name, value):
        return queryset.filter(handled_on__isnull=value == "no")


class HandledColumn(BaseColumn):
    """A button that says that it has been dealt with, or takes that back."""

    cell_template_name = "cms/admin/feedback_handled_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        # A cell is rendered by itself, without what a page knows of its request.
        token = get_token(parent_context["request"])
        return super().get_cell_context_data(instance, parent_context) | {"csrf_token": token}


def _edit_url(row: Feedback) -> str:
    return reverse("wagtailadmin_pages:edit", args=[row.page_id])


class FeedbackView(UserPassesTestMixin, WithGuide, ReportView):
    """The rows of the listing, newest first."""

    model = Feedback
    page_title = _("Feedback from visitors")
    header_icon = "comment"
    index_url_name = "feedback_report"
    index_results_url_name = "feedback_report_results"
    results_template_name = "cms/admin/feedback_results.html"
    filterset_class = FeedbackFilters
    default_ordering = "-day"
    list_export = ["day", "get_what_display", "page", "text", "handled_on"]
    export_headings = {"get_what_display": _("What")}
    columns = [
        DayColumn("day", label=_("Told on"), sort_key="day"),
        Column("what", label=_("What"), accessor="get_what_display", sort_key="what"),
        Column("text", label=_("Text")),
        LinkColumn("page", label=_("About"), get_url=_edit_url, sort_key="page__title"),
        HandledColumn("handled", label=_("Dealt with")),
    ]

    def test_func(self) -> bool:
        return may_read_some(self.request.user)

    def get_queryset(self):
        return self.order_queryset(may_read(self.request.user).select_related("page"))


class FeedbackMenuItem(MenuItem):
    """The listing in the menu, for those who may edit a page."""

    def is_shown(self, request) -> bool:
        return may_read_some(request.user)


def menu_item() -> FeedbackMenuItem:
    """The listing beside those of offers and organisations."""
    name = "feedback"
    return FeedbackMenuItem(
        _("Feedback"), reverse("feedback_report"), name=name, icon_name="comment", order=main_order(name)
    )


urlpatterns = [
    path("feedback/", FeedbackView.as_view(), name="feedback_report"),
    path("feedback/results/", FeedbackView.as_view(results_only=True), name="feedback_report_results"),
    path("feedback/<int:key>/handled/", handle, name="feedback_handled"),
]
