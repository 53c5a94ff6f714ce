"""Saved views of the listing of offers: those above the listing, and the page on which they are made and deleted."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from cms.editing.common.editors import OfEditors
from cms.editing.common.reach import reach_of
from cms.editing.common.titled import TitledPage
from cms.editing.noting.forms import SavedViewForm
from directory.models import MunicipalityPage
from directory.noting.models import SavedView
from directory.noting.saved_views import cleaned_query, views_for
from directory.text import MAX_KEY_DIGITS, whole_number


def _seen(user) -> QuerySet[SavedView]:
    reach = reach_of(user)
    return views_for(user, None if reach.everything else reach.municipalities)


def _municipalities(user) -> QuerySet[MunicipalityPage]:
    """Those in which a person can share a view."""
    reach, rows = reach_of(user), MunicipalityPage.objects.order_by("title")
    return rows if reach.everything else rows.filter(pk__in=reach.municipalities)


def _address(query: str) -> str:
    return reverse("offers:index") + (f"?{query}" if query else "")


class SavedViews(Component):
    """The views that a person can go to, and the way to save what the listing shows."""

    template_name = "cms/admin/_saved_views.html"

    def __init__(self, request: HttpRequest):
        self.request = request

    def get_context_data(self, parent_context):
        now = cleaned_query(self.request.GET.urlencode())
        views = [(row.name, _address(row.query), row.query == now) for row in _seen(self.request.user)]
        return {"views": views, "now": now}


class SavedViewsView(OfEditors, TitledPage, TemplateView):
    """All views that a person sees, and the form of a new one."""

    template_name = "cms/admin/saved_views.html"
    page_title = gettext_lazy("Saved views")
    header_icon = "list-ul"

    @cached_property
    def query(self) -> str:
        """What is to be saved, as the listing was left."""
        return cleaned_query(self.request.GET.urlencode())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Save a view and go to it, or delete one."""
        if "delete" in request.POST:
            self._delete(whole_number(request.POST["delete"], MAX_KEY_DIGITS))
            return redirect("saved_views")
        form = self._form(request.POST, instance=SavedView(by=request.user))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        view = form.save()
        messages.success(request, _("“%(name)s” is saved.") % {"name": view.name})
        return redirect(_address(view.query))

    def _form(self, *args, **kwargs) -> SavedViewForm:
        return SavedViewForm(*args, municipalities=_municipalities(self.request.user), **kwargs)

    def _delete(self, key: int | None) -> None:
        row = _seen(self.request.user).filter(pk=key).first()
        if row:
            row.delete()
            messages.success(self.request, _("“%(name)s” is deleted.") % {"name": row.name})

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        rows = [(row, _address(row.query)) for row in _seen(self.request.user)]
        told = {"rows": rows, "form": self._form(initial={"query": self.query})}
        return super().get_context_data(**told | kwargs)


urlpatterns = [path("offers/views/", SavedViewsView.as_view(), name="saved_views")]
