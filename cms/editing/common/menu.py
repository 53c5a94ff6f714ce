"""The order of the admin's menus, and items for those who may see what stands behind them."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from cms.editing.common.tree import may_edit_some

#: The site's own items of the main menu by name, from the top: below the page tree, above pictures and documents.
MAIN_MENU = (
    "offers",
    "organisations",
    "change_sets",
    "imports",
    "proposals",
    "questions",
    "hard-days",
    "duplicates",
    "feedback",
    "words-and-places",
    "words-of-the-search",
    "helplines",
)
#: The site's own items of the menu of reports by name, from the top: above those that Wagtail brings.
REPORTS_MENU = ("health", "outbox", "figures", "score", "gaps", "links", "why-hit", "searches", "search-counts")
#: Wagtail numbers its own items in hundreds: the page tree is 100, pictures are 300; its first report is 700.
_FIRST_IN_MAIN_MENU, _FIRST_REPORT = 110, 500
_STEP = 10


def main_order(name: str) -> int:
    """The order of an item of the main menu; a ValueError for one that is missing in `MAIN_MENU`."""
    return _FIRST_IN_MAIN_MENU + _STEP * MAIN_MENU.index(name)


def report_order(name: str) -> int:
    """The order of a report; a ValueError for one that is missing in `REPORTS_MENU`."""
    return _FIRST_REPORT + _STEP * REPORTS_MENU.index(name)


class ReportItem(MenuItem):
    """A report, shown to those who may view its rows."""

    def __init__(self, report: type[ReportView], name: str) -> None:
        super().__init__(
            report.page_title,
            reverse(report.index_url_name),
            name=name,
            icon_name=report.header_icon,
            order=report_order(name),
        )
        self._rows = report.model

    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(self._rows).user_has_permission(request.user, "view")


class EditorsMenuItem(MenuItem):
    """A menu item for those who may edit at least one page."""

    def is_shown(self, request) -> bool:
        return may_edit_some(request.user)


class OperatorsItem(MenuItem):
    """A menu item that is shown to operators alone."""

    def is_shown(self, request) -> bool:
        return request.user.is_superuser
