"""Putting one page or row into a set, from the buttons at its form and in its listing."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.models import Page

from cms.editing.changesets.choosing import ChooseSetForm
from cms.editing.changesets.listing import OfSetMakers
from cms.editing.common.titled import TitledPage
from directory.changesets.gathering import NotOpen, put_in
from directory.changesets.rights import ROWS, may_change


class AddToSetView(OfSetMakers, TitledPage, FormView):
    """Asks which set, and leads to the form of what was put into it."""

    template_name = "cms/admin/add_to_set.html"
    page_title = _("Change together with others")
    header_icon = "tasks"
    form_class = ChooseSetForm

    @cached_property
    def thing(self):
        """The page or row of the address, where the person may change it."""
        model = _model(self.kwargs["thing_model"])
        row = get_object_or_404(model, pk=self.kwargs["thing_key"])
        thing = row.specific if isinstance(row, Page) else row
        if not may_change(self.request.user, thing):
            raise PermissionDenied
        return thing

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user, "things": [self.thing]}

    def form_valid(self, form):
        try:
            change = put_in(form.chosen(), self.thing)
        except NotOpen:
            form.add_error("change_set", _("It has been approved meanwhile."))
            return self.form_invalid(form)
        if change.is_page:
            return redirect("wagtailadmin_pages:edit", change.key)
        return redirect("change_set_row", change.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"thing": self.thing}


def _model(name: str):
    models = {"page": Page} | {model._meta.model_name: model for model in ROWS}
    if name not in models:
        raise Http404
    return models[name]


urlpatterns = [
    path("changes-together/add/<slug:thing_model>/<int:thing_key>/", AddToSetView.as_view(), name="add_to_set"),
]
