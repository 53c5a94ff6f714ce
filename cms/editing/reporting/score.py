"""The report "Easier to come": how many of the things that help each listing tells, and the page of one with a link to each field."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView

from cms.editing.common.columns import DayColumn, LinkColumn
from cms.editing.common.editors import OfEditors
from cms.editing.common.filters import BranchFilter
from cms.editing.common.guide_link import WithGuide
from cms.editing.common.menu import EditorsMenuItem, report_order
from cms.editing.common.titled import TitledPage
from cms.editing.common.tree import may_edit, with_branch
from directory.models import OfferPage
from directory.panels.easier import EASIER
from directory.reporting.models import NotRelevant
from directory.reporting.score import things_of, with_score


class ScoreFilters(WagtailFilterSet):
    """The listings of one municipality."""

    municipality = BranchFilter()

    class Meta:
        model = OfferPage
        fields: list[str] = []


def _url(offer: OfferPage) -> str:
    return reverse("offer_score", args=[offer.pk])


class ScoreReportView(OfEditors, WithGuide, ReportView):
    """The published listings that a person may edit, those that tell least first."""

    model = OfferPage
    page_title = _("Easier to come")
    header_icon = "tasks"
    index_url_name = "score_report"
    index_results_url_name = "score_report_results"
    filterset_class = ScoreFilters
    default_ordering = "told"
    is_searchable = False
    list_export = ["title", "branch_title", "told", "verified_on"]
    export_headings = {"branch_title": _("Municipality"), "told": _("Tells, of 12"), "verified_on": _("Checked on")}
    columns = [
        LinkColumn("title", label=_("Title"), get_url=_url, sort_key="title"),
        Column("branch_title", label=_("Municipality"), sort_key="branch_title"),
        NumberColumn("told", label=_("Tells, of 12"), sort_key="told"),
        DayColumn("verified_on", label=_("Checked on"), sort_key="verified_on"),
    ]

    def get_base_queryset(self):
        return with_score(with_branch(may_edit(self.request.user, OfferPage.objects.live())))

    def order_queryset(self, queryset):
        return super().order_queryset(queryset).order_by(self.ordering, "title", "pk")


class OfferScoreView(OfEditors, TitledPage, TemplateView):
    """One listing: what it tells of each thing, where that is written, and what has no meaning for it."""

    template_name = "cms/admin/offer_score.html"
    header_icon = "tasks"

    @cached_property
    def offer(self) -> OfferPage:
        """The listing of the address, where the person may edit it."""
        mine = may_edit(self.request.user, OfferPage.objects.all())
        return get_object_or_404(mine, pk=self.kwargs["page_id"]).specific

    def get_page_title(self):
        return self.offer.get_admin_display_title()

    def post(self, request, *args, **kwargs):
        """Say that a thing is not relevant here, or that it is after all."""
        thing = request.POST.get("thing", "")
        if thing not in {one.name for one in EASIER}:
            raise Http404
        if not self.offer.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if request.POST.get("relevant") == "no":
            NotRelevant.objects.get_or_create(offer_id=self.offer.pk, thing=thing)
        else:
            NotRelevant.objects.filter(offer=self.offer.pk, thing=thing).delete()
        return redirect("offer_score", self.offer.pk)

    def get_context_data(self, **kwargs):
        things = things_of(self.offer.get_latest_revision_as_object())
        relevant = [thing for thing in things if thing.relevant]
        return super().get_context_data(**kwargs) | {
            "things": things,
            "told": sum(thing.told for thing in relevant),
            "relevant": len(relevant),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.offer.pk]),
        }


def menu_item() -> EditorsMenuItem:
    """The report in the menu of reports."""
    name = "score"
    return EditorsMenuItem(
        ScoreReportView.page_title, reverse("score_report"), name=name, icon_name="tasks", order=report_order(name)
    )


urlpatterns = [
    path("reports/score/", ScoreReportView.as_view(), name="score_report"),
    path("reports/score/results/", ScoreReportView.as_view(results_only=True), name="score_report_results"),
    path("offers/<int:page_id>/score/", OfferScoreView.as_view(), name="offer_score"),
]
