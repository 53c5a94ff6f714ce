"""The report "Links that do not work": the listings of a person whose web page has not answered on two different days."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from cms.editing.common.columns import DayColumn, LinkColumn
from cms.editing.common.editors import OfEditors
from cms.editing.common.first_page import FirstPagePanel
from cms.editing.common.guide_link import WithGuide
from cms.editing.common.menu import EditorsMenuItem, report_order
from cms.editing.common.tree import may_edit, with_branch
from directory.links.models import CheckedLink
from directory.models import OfferPage


def broken(user) -> QuerySet[OfferPage]:
    """The published listings that a person may edit whose link does not work, with `fault` and `failing_since`."""
    links = CheckedLink.objects.broken()
    mine = may_edit(user, OfferPage.objects.live()).filter(website__in=links.order_by().values("url"))
    of_page = links.filter(url=OuterRef("website"))
    told = {name: Subquery(of_page.values(name)[:1]) for name in ("fault", "failing_since")}
    return mine.annotate(**told)


def _edit(offer: OfferPage) -> str:
    return f"{reverse('wagtailadmin_pages:edit', args=[offer.pk])}#id_website"


class BrokenLinksView(OfEditors, WithGuide, ReportView):
    """Those listings, those that have failed for longest first."""

    model = OfferPage
    page_title = _("Links that do not work")
    header_icon = "link"
    index_url_name = "links_report"
    index_results_url_name = "links_report_results"
    default_ordering = "failing_since"
    is_searchable = False
    list_export = ["title", "branch_title", "website", "fault", "failing_since"]
    export_headings = {
        "branch_title": _("Municipality"),
        "fault": _("Fault"),
        "failing_since": _("Since"),
    }
    columns = [
        LinkColumn("title", label=_("Title"), get_url=_edit, sort_key="title"),
        Column("branch_title", label=_("Municipality"), sort_key="branch_title"),
        Column("website", label=_("Web page")),
        Column("fault", label=_("Fault")),
        DayColumn("failing_since", label=_("Since"), sort_key="failing_since"),
    ]

    def get_base_queryset(self):
        return with_branch(broken(self.request.user))


class BrokenLinksPanel(FirstPagePanel):
    """How many there are; nothing where all answer."""

    name = "broken-links"
    template_name = "cms/admin/links_panel.html"

    def get_context_data(self, parent_context):
        return {"number": broken(self.user).count(), "url": reverse("links_report")}


def menu_item() -> EditorsMenuItem:
    """The report in the menu of reports."""
    name = "links"
    return EditorsMenuItem(
        BrokenLinksView.page_title, reverse("links_report"), name=name, icon_name="link", order=report_order(name)
    )


urlpatterns = [
    path("reports/links/", BrokenLinksView.as_view(), name="links_report"),
    path("reports/links/results/", BrokenLinksView.as_view(results_only=True), name="links_report_results"),
]
