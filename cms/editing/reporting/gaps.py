"""The report "What is missing where": for one municipality how many offers there are for each need and each group."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.editing.common.menu import EditorsMenuItem, report_order
from cms.editing.common.tree import branches_of, may_edit
from cms.editing.reporting.table import TableReport
from directory.models import OfferPage
from directory.reporting.gaps import Gap, gaps_in


class GapsView(TableReport):
    """The gaps of one of a person's municipalities, the emptiest first."""

    template_name = "cms/admin/gaps.html"
    page_title = _("What is missing where")
    header_icon = "crosshairs"
    list_export = ["need", "group", "offers"]
    export_headings = {"need": _("Need"), "group": _("Target group"), "offers": _("Offers")}
    export_filename = "huller"

    @cached_property
    def areas(self) -> list[tuple[str, str]]:
        """The municipalities in which the person has offers, by path and name."""
        return branches_of(may_edit(self.request.user, OfferPage.objects.all()))

    @cached_property
    def area(self) -> str:
        """The path of the one that is shown: the one asked for, where it is the person's, else the first."""
        paths = [path for path, _title in self.areas]
        asked = self.request.GET.get("area", "")
        return asked if asked in paths else next(iter(paths), "")

    def rows(self) -> list[Gap]:
        branch = Page.objects.filter(path=self.area).first()
        return gaps_in(branch) if branch else []

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"areas": self.areas, "area": self.area}


def menu_item() -> EditorsMenuItem:
    """The report in the menu of reports."""
    name = "gaps"
    return EditorsMenuItem(
        GapsView.page_title, reverse("gaps_report"), name=name, icon_name="crosshairs", order=report_order(name)
    )


urlpatterns = [path("reports/gaps/", GapsView.as_view(), name="gaps_report")]
