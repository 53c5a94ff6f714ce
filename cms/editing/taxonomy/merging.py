"""Naming the term that takes another one's place: what follows is told first, and then the one goes into the other."""

from importlib import import_module

from django import forms
from django.apps import apps
from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry

from cms.editing.common.merged import MergedFormatter
from cms.editing.common.titled import TitledPage
from cms.editing.common.uses import uses
from directory.models import Need, TargetGroup
from directory.models.taxonomy import Term
from directory.panels.terms import TermSelect
from directory.taxonomy.merging import merge_terms
from directory.taxonomy.naming import drafts_naming, offers_naming

#: The trees by their names in the address.
TREES: dict[str, type[Term]] = {model._meta.model_name: model for model in (Need, TargetGroup)}
_LABEL = gettext_lazy("Merge into another term")


class TermMergeFormatter(MergedFormatter):
    """What the history of the one that stays says of a merge."""

    label = _LABEL


class SuccessorForm(forms.Form):
    """Which term takes the place."""

    successor = forms.ModelChoiceField(
        queryset=None,
        label=gettext_lazy("Takes its place"),
        widget=TermSelect,
        empty_label=gettext_lazy("Choose a term"),
    )

    def __init__(self, *args, term: Term, **kwargs):
        super().__init__(*args, **kwargs)
        self.term = term
        self.fields["successor"].queryset = type(term)._default_manager.exclude(pk=term.pk)

    def clean(self):
        held = _sets_of(self.term)
        if held:
            told = {"term": self.term, "sets": ", ".join(held)}
            raise ValidationError(_("“%(term)s” is itself changed in: %(sets)s. Take it out of there first.") % told)
        return super().clean()


def _sets_of(term: Term) -> list[str]:
    """The sets that change the term itself."""
    if not apps.is_installed("directory.changesets"):
        return []
    # Without the app its models cannot be imported.
    return [str(one) for one in import_module("directory.changesets.gathering").sets_of(term)]


class MergeTermView(UserPassesTestMixin, TitledPage, FormView):
    """One term, all that names it, and the choice of the one into which it goes."""

    template_name = "cms/admin/merge_term.html"
    page_title = _LABEL
    header_icon = "tag"
    form_class = SuccessorForm

    @cached_property
    def term(self) -> Term:
        """The term that goes into another one."""
        model = TREES.get(self.kwargs["taxonomy"])
        if model is None:
            raise Http404
        return get_object_or_404(model, pk=self.kwargs["term"])

    def test_func(self) -> bool:
        return _may(self.request.user, self.term)

    def get_page_subtitle(self) -> str:
        return str(self.term)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"term": self.term}

    def form_valid(self, form):
        stays = form.cleaned_data["successor"]
        told = {"goes": str(self.term), "stays": str(stays)}
        told["offers"] = merge_terms(self.term, stays, self.request.user)
        messages.success(self.request, _("“%(goes)s” is merged into “%(stays)s”. Offers changed: %(offers)d.") % told)
        return redirect(stays.snippet_viewset.get_url_name("list"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "term": self.term,
            "offers": len(offers_naming(self.term)),
            "drafts": len(drafts_naming(self.term)),
            "uses": uses(self.term),
            "back": reverse(self.term.snippet_viewset.get_url_name("list")),
        }


def button_to_merge(row, user, next_url=None):
    """The button in the listing of needs and of target groups, for those who may merge."""
    if isinstance(row, Term) and _may(user, row):
        address = reverse("merge_term", args=[row._meta.model_name, row.pk])
        yield Button(_LABEL, url=address, icon_name="resubmit", priority=75)


def _may(user, term: Term) -> bool:
    policy = policy_registry.get(term)
    return all(policy.user_has_permission_for_instance(user, right, term) for right in ("change", "delete"))


urlpatterns = [path("terms/<str:taxonomy>/<int:term>/merge/", MergeTermView.as_view(), name="merge_term")]
