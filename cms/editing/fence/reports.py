"""Wagtail's reports that ask for no more than a right on some row, and then name all rows."""

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
