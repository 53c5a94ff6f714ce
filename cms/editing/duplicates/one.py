"""Two listings side by side: which value stays of each field; then they are one, or are told apart for good."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages

from cms.editing.common.merged import MergedFormatter
from cms.editing.common.publishers import OfPublishers, publishable
from cms.editing.common.titled import TitledPage
from directory.duplicates.comparing import Compared, as_written, side_by_side
from directory.duplicates.merging import merge
from directory.duplicates.pairs import tell_apart
from directory.models import OfferPage

MERGE = gettext_lazy("Merge two listings")


class MergeFormatter(MergedFormatter):
    """What the history of the one that stays says of a merge."""

    label = MERGE


class ChoiceForm(forms.Form):
    """For each field in which the two differ, whose value stays."""

    def __init__(self, *args, rows: list[Compared], **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            told = [("stays", row.stays), ("goes", row.goes), *([("both", "")] if row.may_be_both else [])]
            self.fields[row.name] = forms.ChoiceField(choices=told, label=row.label, initial=row.proposed)

    def lines(self) -> list[tuple[Compared, str]]:
        """The fields, each with whose value is ticked."""
        return [(row, self[row.name].value()) for row in self.rows]


class DuplicateView(OfPublishers, TitledPage, FormView):
    """A pair of listings that a person may both publish."""

    template_name = "cms/admin/duplicate.html"
    page_title = MERGE
    header_icon = "copy"
    form_class = ChoiceForm

    @cached_property
    def pair(self) -> tuple[OfferPage, OfferPage]:
        """The one that stays, and the one that goes."""
        found = (
            publishable(self.request.user).filter(alias_of=None).in_bulk([self.kwargs["stays"], self.kwargs["goes"]])
        )
        if len(found) < 2:
            raise Http404
        return found[self.kwargs["stays"]].specific, found[self.kwargs["goes"]].specific

    @cached_property
    def may_merge(self) -> bool:
        """Whether the person may delete the one that goes; a lock that somebody has put on either holds."""
        user = self.request.user
        locked = any(page.permissions_for_user(user).page_locked() for page in self.pair)
        return self.pair[1].permissions_for_user(user).can_delete() and not locked

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"rows": side_by_side(*map(as_written, self.pair))}

    def post(self, request, *args, **kwargs) -> HttpResponse:
        done = request.POST.get("do")
        if done == "apart":
            tell_apart(*self.pair)
            messages.success(request, _("They are two offers. Nobody is asked again."))
            return redirect("duplicates")
        return super().post(request, *args, **kwargs) if done == "merge" and self.may_merge else self._here()

    def form_valid(self, form):
        stays, goes = self.pair
        told = {"goes": goes.title, "stays": stays.title}
        try:
            merge(stays, goes, form.cleaned_data, self.request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        edit = messages.button(reverse("wagtailadmin_pages:edit", args=[stays.pk]), _("Look at it"))
        messages.success(self.request, _("“%(goes)s” is merged into “%(stays)s”.") % told, buttons=[edit])
        return redirect("duplicates")

    def _here(self) -> HttpResponse:
        return redirect("duplicate", self.kwargs["stays"], self.kwargs["goes"])

    def get_context_data(self, **kwargs):
        stays, goes = self.pair
        return super().get_context_data(**kwargs) | {
            "stays": stays,
            "goes": goes,
            "swapped": reverse("duplicate", args=[goes.pk, stays.pk]),
            "may_merge": self.may_merge,
            "other_kind": type(stays) is not type(goes),
        }


urlpatterns = [path("duplicates/<int:stays>/<int:goes>/", DuplicateView.as_view(), name="duplicate")]
