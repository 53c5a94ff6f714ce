"""The page "Ready to go live?"."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.editing.common.menu import OperatorsItem
from cms.ready.lacking import lacking

NAME = "ready"


class ReadyView(WagtailAdminTemplateMixin, TemplateView):
    """Names what is missing, each with what to do, to operators."""

    template_name = "cms/admin/ready.html"
    page_title = _("Ready to go live?")
    header_icon = "tasks"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"lacks": list(lacking())}


def menu_item() -> OperatorsItem:
    """The page in the menu of settings."""
    return OperatorsItem(ReadyView.page_title, reverse(NAME), name=NAME, icon_name="tasks", order=79)


urlpatterns = [path("ready/", ReadyView.as_view(), name=NAME)]
