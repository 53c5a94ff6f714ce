"""All that has to be so, with what is wrong and nothing that is secret."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.editing.common.menu import OperatorsItem, report_order
from cms.editing.common.operators import OfOperators
from cms.health.table import CONDITIONS

NAME = "health"


class HealthView(OfOperators, WagtailAdminTemplateMixin, TemplateView):
    """Asks everything now, and shows it."""

    template_name = "cms/admin/health.html"
    page_title = _("Is the site well?")
    header_icon = "circle-check"

    def get_context_data(self, **kwargs):
        found = [(one, one.problem()) for one in CONDITIONS]
        rows = [(one.label, problem, "" if problem else one.figure()) for one, problem in found]
        wrong = sum(bool(problem) for _one, problem in found)
        return super().get_context_data(**kwargs) | {"rows": rows, "wrong": wrong}


def menu_item() -> OperatorsItem:
    """The page in the menu of reports."""
    return OperatorsItem(
        HealthView.page_title, reverse(NAME), name=NAME, icon_name=HealthView.header_icon, order=report_order(NAME)
    )


urlpatterns = [path("reports/health/", HealthView.as_view(), name=NAME)]
