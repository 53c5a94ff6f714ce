"""The reports of what people looked for: what they did not find first. They know of nobody; see directory/learning/counting.py."""

from urllib.parse import urlencode

import django_filters
from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView

from cms.editing.common.columns import DayColumn, LinkColumn
from cms.editing.common.guide_link import WithGuide
from cms.editing.common.menu import ReportItem
from cms.editing.common.reach import reach_of
from cms.editing.learning.in_words import in_words, with_terms
from directory.models import MunicipalityPage, SearchCount, SearchTerm, SynonymGroup

_WHAT = [
    ("nothing", _("Found nothing that fits")),
    ("relaxed", _("Was loosened")),
    ("filter", _("A choice was made")),
    ("search", _("All searches")),
]


class TermFilters(WagtailFilterSet):
    """Terms that found nothing, and those that nobody has dealt with."""

    nothing = django_filters.NumberFilter(label=_("Found nothing at least so often"), lookup_expr="gte")

    class Meta:
        model = SearchTerm
        fields: list[str] = []


class CountFilters(WagtailFilterSet):
    """Counts of one kind, of a municipality, in a time."""

    what = django_filters.ChoiceFilter(label=_("What"), choices=_WHAT)
    municipality = django_filters.CharFilter(label=_("Municipality"))
    day = django_filters.DateFromToRangeFilter(label=_("Day"))

    class Meta:
        model = SearchCount
        fields: list[str] = []


def _new_group(row: SearchTerm) -> str:
    """The form of a new synonym group with the term filled in."""
    return f"{reverse(SynonymGroup.snippet_viewset.get_url_name('add'))}?{urlencode({'phrases': row.text})}"


def _new_label(_row: SearchTerm):
    return _("New synonym group")


class TermReportView(WithGuide, ReportView):
    """Texts that many searched for, those that found nothing first, each with the way to a synonym group."""

    model = SearchTerm
    page_title = _("What people looked for and did not find")
    header_icon = "search"
    index_url_name = "searches_report"
    index_results_url_name = "searches_report_results"
    results_template_name = "cms/admin/searches_results.html"
    permission_required = "view"
    filterset_class = TermFilters
    default_ordering = "-nothing"
    list_export = ["text", "nothing", "seen", "days", "last_day"]
    columns = [
        Column("text", label=_("Text"), sort_key="text"),
        NumberColumn("nothing", label=_("Found nothing"), sort_key="nothing"),
        NumberColumn("seen", label=_("Searched for"), sort_key="seen"),
        NumberColumn("days", label=_("On days"), sort_key="days"),
        DayColumn("last_day", label=_("Last on"), sort_key="last_day"),
        LinkColumn("group", label=_("Do something"), accessor=_new_label, get_url=_new_group),
    ]

    def get_queryset(self):
        # What is not seen often enough has no text, and is nobody's business.
        return super().get_queryset().exclude(text="")


class CountReportView(WithGuide, ReportView):
    """Counts a day: what was chosen, what was loosened, what found nothing; of one's own municipalities alone."""

    model = SearchCount
    page_title = _("Searches in numbers")
    header_icon = "order"
    index_url_name = "search_counts_report"
    index_results_url_name = "search_counts_report_results"
    results_template_name = "cms/admin/searches_results.html"
    permission_required = "view"
    filterset_class = CountFilters
    default_ordering = "-day"
    list_export = ["day", "municipality", "what", "value", "count"]
    columns = [
        DayColumn("day", label=_("Day"), sort_key="day"),
        Column("municipality", label=_("Municipality"), sort_key="municipality"),
        Column("what", label=_("What"), accessor=lambda row: dict(_WHAT).get(row.what, row.what), sort_key="what"),
        Column("value", label=_("Which"), accessor=in_words, sort_key="value"),
        NumberColumn("count", label=_("Times"), sort_key="count"),
    ]

    def get_queryset(self):
        reach, rows = reach_of(self.request.user, "view_searchcount"), with_terms(super().get_queryset())
        if reach.everything:
            return rows
        # A count bears the address of a municipality, or none where it is of the portal.
        own = MunicipalityPage.objects.filter(pk__in=reach.municipalities).values_list("slug", flat=True)
        return rows.filter(municipality__in=[*own, *([""] if reach.whole else [])])


def terms_item() -> ReportItem:
    """The texts in the menu of reports."""
    return ReportItem(TermReportView, "searches")


def counts_item() -> ReportItem:
    """The numbers in the menu of reports."""
    return ReportItem(CountReportView, "search-counts")


def permissions():
    """What a group can be given in the admin: to see the reports."""
    return Permission.objects.filter(
        content_type__app_label="directory", codename__in=("view_searchterm", "view_searchcount")
    )


urlpatterns = [
    path("reports/searches/", TermReportView.as_view(), name="searches_report"),
    path("reports/searches/results/", TermReportView.as_view(results_only=True), name="searches_report_results"),
    path("reports/search-counts/", CountReportView.as_view(), name="search_counts_report"),
    path(
        "reports/search-counts/results/",
        CountReportView.as_view(results_only=True),
        name="search_counts_report_results",
    ),
]
