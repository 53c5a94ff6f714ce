"""The page of one set: every difference, what speaks against it, and the buttons of whoever decides."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateTimeInput

from cms.editing.changesets.differences import beside_the_form, compared_fields
from cms.editing.changesets.listing import OfSetMakers
from cms.editing.common.titled import TitledPage
from directory.changesets import approving
from directory.changesets.gathering import NotOpen, others_of, take_out_of_set
from directory.changesets.going_live import TAKEN_BACK_FOR
from directory.changesets.models import ChangeSet, SetStage
from directory.changesets.rights import own_sets
from directory.changesets.work import ask_for_taking_back

#: After so many seconds a page that tells of the worker's turn is asked for again.
_AGAIN = 4


class ApproveForm(forms.Form):
    """When it is to be live, and what was looked at."""

    live_at = forms.DateTimeField(
        label=gettext_lazy("Goes live"),
        help_text=gettext_lazy("Danish time. Empty: now."),
        required=False,
        widget=AdminDateTimeInput,
    )
    seen = forms.CharField(widget=forms.HiddenInput)


class ChangeSetView(OfSetMakers, TitledPage, FormView):
    """A set of a branch of the person's."""

    template_name = "cms/admin/change_set.html"
    header_icon = "tasks"
    form_class = ApproveForm

    @cached_property
    def change_set(self) -> ChangeSet:
        """The set of the address, where it is the person's to see."""
        mine = own_sets(self.request.user).select_related("branch", "made_by", "approved_by")
        return get_object_or_404(mine, pk=self.kwargs["change_set"])

    @cached_property
    def rows(self) -> list[approving.Looked]:
        """What is in it. Of a set that is live, what it changed."""
        if self.change_set.stage in {SetStage.LIVE, SetStage.TAKING_BACK}:
            return [approving.look_back(change) for change in self.change_set.changes.select_related("model")]
        return approving.look_through(self.change_set)

    def get_page_title(self):
        return self.change_set.title

    def get_initial(self):
        return {"live_at": self.change_set.live_at}

    def get(self, request, *args, **kwargs):
        answer = super().get(request, *args, **kwargs)
        if self._is_at_work:
            answer.headers["Refresh"] = str(_AGAIN)
        return answer

    @property
    def _is_at_work(self) -> bool:
        held = self.change_set
        return held.stage == SetStage.TAKING_BACK or (
            held.stage == SetStage.APPROVED and held.live_at <= timezone.now()
        )

    def post(self, request, *args, **kwargs) -> HttpResponse:
        done = {"take-out": self._take_out, "drop": self._drop}.get(request.POST.get("do", ""))
        if done:
            return done()
        if not approving.may_approve(request.user, self.rows):
            raise PermissionDenied
        done = {"open": self._open, "take-back": self._take_back}.get(request.POST.get("do", ""))
        return done() if done else super().post(request, *args, **kwargs)

    def form_valid(self, form):
        told = form.cleaned_data
        try:
            approving.approve(self.change_set, self.request.user, told["live_at"] or timezone.now(), told["seen"])
        except approving.NotApproved as fault:
            form.add_error(None, str(fault).split("\n"))
            return self.form_invalid(form)
        return self._here()

    def _take_out(self) -> HttpResponse:
        key = self.request.POST.get("change", "")
        change = get_object_or_404(self.change_set.changes, pk=key if key.isdecimal() else 0)
        try:
            take_out_of_set(change)
        except NotOpen:
            messages.error(self.request, _("The set is approved. Take the approval back first."))
        return self._here()

    def _drop(self) -> HttpResponse:
        """Forget a set that is not approved. The drafts of pages stay drafts."""
        ChangeSet.objects.filter(pk=self.change_set.pk, stage=SetStage.OPEN).delete()
        messages.success(self.request, _("The set is not kept. The drafts of its pages are still there."))
        return redirect("change_sets")

    def _open(self) -> HttpResponse:
        if not approving.take_approval_back(self.change_set):
            messages.error(self.request, _("It is live already."))
        return self._here()

    def _take_back(self) -> HttpResponse:
        if not ask_for_taking_back(self.change_set):
            messages.error(self.request, _("It cannot be taken back any more."))
        return self._here()

    def _here(self) -> HttpResponse:
        return redirect("change_set", self.change_set.pk)

    def get_context_data(self, **kwargs):
        held, user = self.change_set, self.request.user
        until = held.went_live_at and held.went_live_at + TAKEN_BACK_FOR
        return super().get_context_data(**kwargs) | {
            "set": held,
            "rows": [self._row(looked) for looked in self.rows],
            "seen": approving.digest_of_set(self.rows),
            "is_at_work": self._is_at_work,
            "may_approve": approving.may_approve(user, self.rows),
            "back_until": until if held.stage == SetStage.LIVE and until > timezone.now() else None,
        }

    def _row(self, looked: approving.Looked) -> dict:
        """A change as the page shows it. Whoever may not change the thing is not shown what would become of it."""
        change = looked.change
        shown = looked.is_for(self.request.user)
        return {
            "change": change,
            "looked": looked,
            "hidden": not shown,
            "lines": beside_the_form(looked) if shown else [],
            "compared": compared_fields(looked, self.request) if shown and looked.can_be_compared else [],
            "others": others_of(change) if self.change_set.stage in {SetStage.OPEN, SetStage.APPROVED} else [],
            "edit": self._edit(change) if looked.thing is not None else "",
        }

    def _edit(self, change) -> str:
        if change.is_page:
            return reverse("wagtailadmin_pages:edit", args=[change.key])
        return reverse("change_set_row", args=[change.pk]) if self.change_set.is_open else ""


urlpatterns = [path("changes-together/<int:change_set>/", ChangeSetView.as_view(), name="change_set")]
