"""Wagtail's reports that ask for no more than a right on some row, and then name all rows."""

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.admin.views.reports.workflows import WorkflowReportFilterSet, get_editable_page_ids_query
from wagtail.models import WorkflowState

from cms.editing.common.reach import reach_of

#: The names of their addresses, and of their items in the menu of reports.
ADDRESSES = {
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:site_history_results",
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:page_types_usage_results",
}
_ITEMS = {"site-history", "page-types-usage"}


def leave_out(request, items) -> None:
    """Leave them out of the menu for everybody who may not see everything. Each page and row keeps its own history."""
    if not reach_of(request.user).everything:
        items[:] = [item for item in items if item.name not in _ITEMS]


def offer_own_requesters() -> None:
    """Let the filter by person in the report of workflows name nobody who submitted nothing that one may edit."""
    WorkflowReportFilterSet.base_filters["requested_by"].queryset = _requesters


def _requesters(request) -> QuerySet:
    people = get_user_model()._default_manager
    states = WorkflowState.objects.filter(object_id__in=get_editable_page_ids_query(request))
    return people.filter(pk__in=states.values("requested_by")).order_by(people.model.USERNAME_FIELD)
