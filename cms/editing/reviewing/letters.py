"""The page "Letters to the places": for each municipality whether they are sent, and what has come of them."""

from collections import Counter
from itertools import islice

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.models import Page

from cms.editing.common.publishers import OfPublishers, PublishersItem, own_branches
from cms.editing.common.titled import TitledPage
from directory.models import MunicipalityPage
from directory.reviewing.models import ReviewPlan, ReviewQuestion
from directory.reviewing.round import due_on, preview

#: So many letters are shown of those that would be sent.
_SHOWN = 3


class LettersView(OfPublishers, TitledPage, TemplateView):
    """Whether letters are sent in each of a person's municipalities, and how many places have answered what."""

    template_name = "cms/admin/letters.html"
    page_title = gettext_lazy("Letters to the places")
    header_icon = "mail"

    def get_context_data(self, **kwargs):
        plans = {plan.municipality_id: plan for plan in ReviewPlan.objects.all()}
        rows = [
            {"branch": branch, "key": key or 0, "plan": plans.get(key), **_counted(branch)}
            for branch in own_branches(self.request.user)
            for key in [_key(branch)]
        ]
        return super().get_context_data(**kwargs) | {"rows": rows}


def _key(branch: Page) -> int | None:
    return branch.pk if branch.specific_class is MunicipalityPage else None


def _counted(branch: Page) -> dict[str, int]:
    """How many questions are open, and how many were answered how."""
    asked = ReviewQuestion.objects.filter(offer__path__startswith=branch.path)
    found = Counter("open" if closed is None else answer for answer, closed in asked.values_list("answer", "closed_on"))
    return {name: found[name] for name in ("open", "right", "changed", "gone")}


class PlanForm(forms.ModelForm):
    """In whose name the places of a municipality are asked, and whether they are."""

    class Meta:
        model = ReviewPlan
        fields = ("sender", "reply_to", "is_on")


class PlanView(OfPublishers, TitledPage, FormView):
    """The form of a municipality, with the letters that would be sent today."""

    template_name = "cms/admin/letters_plan.html"
    page_title = gettext_lazy("Letters to the places")
    header_icon = "mail"
    form_class = PlanForm

    @cached_property
    def branch(self) -> Page:
        """The branch of the address, where it is the person's; 0 stands for what belongs to no municipality."""
        wanted = self.kwargs["municipality"] or None
        found = next((row for row in own_branches(self.request.user) if _key(row) == wanted), None)
        if found is None:
            raise Http404
        return found

    @cached_property
    def plan(self) -> ReviewPlan:
        """The plan as it is kept; a new one that is off where there is none."""
        key = _key(self.branch)
        return ReviewPlan.objects.filter(municipality=key).first() or ReviewPlan(municipality_id=key)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.plan}

    def form_valid(self, form):
        form.save()
        messages.success(
            self.request, _("Saved. The letters are on.") if form.instance.is_on else _("Saved. The letters are off.")
        )
        return redirect("letters_plan", self.kwargs["municipality"])

    def get_context_data(self, **kwargs):
        due = due_on(timezone.localdate(), {self.branch.path: self.plan}) if self.plan.pk else iter(())
        shown = [preview(planned) for planned in islice(due, _SHOWN)]
        told = {"branch": self.branch, "letters": shown, "more": sum(1 for _planned in due)}
        return super().get_context_data(**kwargs) | told


def menu_item() -> PublishersItem:
    """The page in the menu of settings."""
    return PublishersItem(LettersView.page_title, reverse("letters"), name="letters", icon_name="mail", order=86)


urlpatterns = [
    path("letters/", LettersView.as_view(), name="letters"),
    path("letters/<int:municipality>/", PlanView.as_view(), name="letters_plan"),
]
