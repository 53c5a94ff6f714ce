"""The page "Ready to go live?"."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.editing.common.menu import OperatorsItem
from cms.editing.common.operators import OfOperators
from cms.ready.lacking import lacking

NAME = "ready"


class ReadyView(OfOperators, WagtailAdminTemplateMixin, TemplateView):
    """Names what is missing, each with what to do, to operators."""

    template_name = "cms/admin/ready.html"
    page_title = _("Ready to go live?")
    header_icon = "tasks"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"lacks": list(lacking())}


def menu_item() -> OperatorsItem:
    """The page in the menu of settings."""
    return OperatorsItem(ReadyView.page_title, reverse(NAME), name=NAME, icon_name="tasks", order=79)


urlpatterns = [path("ready/", ReadyView.as_view(), name=NAME)]
