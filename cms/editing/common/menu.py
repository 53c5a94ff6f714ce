"""Menu items for those who may see what stands behind them."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry


class ReportItem(MenuItem):
    """A report, shown to those who may view its rows."""

    def __init__(self, report: type[ReportView], name: str, order: int) -> None:
        super().__init__(
            report.page_title, reverse(report.index_url_name), name=name, icon_name=report.header_icon, order=order
        )
        self._rows = report.model

    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(self._rows).user_has_permission(request.user, "view")
