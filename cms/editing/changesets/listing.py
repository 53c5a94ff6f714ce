"""The page "Changes together": the sets of a person's municipalities, and a form for a new one."""

from django import forms
from django.contrib.auth.mixins import UserPassesTestMixin
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.menu import MenuItem

from cms.editing.common.menu import main_order
from cms.editing.common.titled import TitledPage
from directory.changesets.models import ChangeSet
from directory.changesets.rights import branches_for_sets, has_sets, own_sets

#: So many sets are listed, the latest first.
_LISTED = 100


class NewSetForm(forms.ModelForm):
    """What the changes are for, and in which branch."""

    class Meta:
        model = ChangeSet
        fields = ("title", "branch")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["branch"] = forms.ModelChoiceField(
            branches_for_sets(user), label=_("Municipality"), empty_label=None
        )


class OfSetMakers(UserPassesTestMixin):
    """A page for those who may put changes together."""

    def test_func(self) -> bool:
        return has_sets(self.request.user)


class ChangeSetsView(OfSetMakers, TitledPage, FormView):
    """Begins a set, and lists those that there are."""

    template_name = "cms/admin/change_sets.html"
    page_title = _("Changes together")
    header_icon = "tasks"
    form_class = NewSetForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        form.instance.made_by = self.request.user
        return redirect("change_set", form.save().pk)

    def get_context_data(self, **kwargs):
        rows = own_sets(self.request.user).select_related("branch", "made_by")[:_LISTED]
        return super().get_context_data(**kwargs) | {"sets": rows}


class SetMakersItem(MenuItem):
    """The page in the menu, for those who may put changes together."""

    def is_shown(self, request) -> bool:
        return has_sets(request.user)


def menu_item() -> SetMakersItem:
    """The page below what it is about."""
    name = "change_sets"
    return SetMakersItem(ChangeSetsView.page_title, reverse(name), name=name, icon_name="tasks", order=main_order(name))


urlpatterns = [path("changes-together/", ChangeSetsView.as_view(), name="change_sets")]
