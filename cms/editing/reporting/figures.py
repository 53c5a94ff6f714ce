"""The report "Figures of the municipalities": what is checked in time, what waits, how fast answers come; and whether they come by mail."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.editing.common.menu import EditorsMenuItem, report_order
from cms.editing.common.tree import may_edit
from cms.editing.reporting.table import TableReport
from directory.models import OfferPage
from directory.reporting.figures import Figures, figures_of, oldest
from directory.reporting.models import MonthlyReport
from directory.reporting.monthly import ask_for

#: So many of the listings that nobody has checked for the longest time are named.
_OLDEST = 20


class FiguresView(TableReport):
    """The figures of a person's municipalities."""

    template_name = "cms/admin/figures.html"
    page_title = gettext_lazy("Figures of the municipalities")
    header_icon = "table"
    list_export = [
        *("branch", "offers", "never", "overdue", "messages.waiting", "messages.handled", "messages.median"),
        *("proposals.waiting", "proposals.handled", "proposals.median"),
    ]
    export_headings = {
        "branch": gettext_lazy("Municipality"),
        "offers": gettext_lazy("Published offers"),
        "never": gettext_lazy("Never checked"),
        "overdue": gettext_lazy("Overdue for checking"),
        "messages.waiting": gettext_lazy("Messages that wait"),
        "messages.handled": gettext_lazy("Messages dealt with in 90 days"),
        "messages.median": gettext_lazy("Days until half of them were"),
        "proposals.waiting": gettext_lazy("Proposals that wait"),
        "proposals.handled": gettext_lazy("Proposals decided in 90 days"),
        "proposals.median": gettext_lazy("Days until half of them were decided"),
    }
    export_filename = "tal"

    @cached_property
    def offers(self):
        """The offers that the person may do something with."""
        return may_edit(self.request.user, OfferPage.objects.all())

    def rows(self) -> list[Figures]:
        return figures_of(self.offers)

    def post(self, request, *args, **kwargs):
        """Switch the mail of the month on or off for oneself."""
        wanted = request.POST.get("wanted") == "yes"
        ask_for(request.user, wanted=wanted)
        messages.success(
            request, _("You get the figures by mail each month.") if wanted else _("You get no such mail.")
        )
        return redirect("figures_report")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "headings": self.export_headings.values(),
            "oldest": oldest(self.offers, _OLDEST),
            "by_mail": MonthlyReport.objects.filter(user=self.request.user).exists(),
            "has_mail": bool(self.request.user.email),
        }


def menu_item() -> EditorsMenuItem:
    """The report in the menu of reports."""
    name = "figures"
    return EditorsMenuItem(
        FiguresView.page_title, reverse("figures_report"), name=name, icon_name="table", order=report_order(name)
    )


urlpatterns = [path("reports/figures/", FiguresView.as_view(), name="figures_report")]
