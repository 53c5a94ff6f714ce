"""Which set something is put into: one that is open, or a new one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from directory.changesets.models import ChangeSet, SetStage
from directory.changesets.rights import belongs_to, branches_for_sets, own_sets


class ChooseSetForm(forms.Form):
    """An open set of a person's, or the name of a new one."""

    change_set = forms.ModelChoiceField(
        ChangeSet.objects.none(), label=gettext_lazy("Set"), required=False, empty_label=gettext_lazy("A new one")
    )
    title = forms.CharField(label=gettext_lazy("What the new set is for"), max_length=120, required=False)

    def __init__(self, *args, user: Any, things: list | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self._user, self._things = user, things or []
        self.fields["change_set"].queryset = own_sets(user).filter(stage=SetStage.OPEN).select_related("branch")

    def clean(self):
        told = super().clean()
        chosen = told.get("change_set")
        if chosen is None and not told.get("title", "").strip():
            raise ValidationError({"title": _("Choose a set, or say what a new one is for.")})
        branch = chosen.branch if chosen else self._branch()
        if branch is None or not all(belongs_to(thing, branch) for thing in self._things):
            raise ValidationError(_("A set holds things of one municipality: choose another set, or fewer things."))
        self._chosen_branch = branch
        return told

    def chosen(self) -> ChangeSet:
        """The set; a new one is made."""
        told = self.cleaned_data
        return told["change_set"] or ChangeSet.objects.create(
            title=told["title"], branch=self._chosen_branch, made_by=self._user
        )

    def _branch(self) -> Page | None:
        """The narrowest branch of the person's that holds all of it."""
        fitting = (
            one for one in branches_for_sets(self._user) if all(belongs_to(thing, one) for thing in self._things)
        )
        return max(fitting, key=lambda one: one.depth, default=None)
