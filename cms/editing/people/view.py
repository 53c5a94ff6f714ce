"""The page "People": who is in the groups that somebody looks after. Wagtail's own page of users knows no municipality."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from cms.editing.common.titled import TitledPage
from cms.municipalities.people import administered_by, invite, may_be_closed, people_of, set_open, take_out
from directory.models import MailRecord

NAME = "people"
_NO_MAIL = gettext_lazy("The mail could not be sent, so nobody was invited. Try again later.")


class InviteForm(forms.Form):
    """Whom, and to do what."""

    mail = forms.EmailField(label=gettext_lazy("Mail address"), max_length=150)
    group = forms.ModelChoiceField(None, label=gettext_lazy("Group"))

    def __init__(self, *args, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups


class PeopleView(TitledPage, FormView):
    """Shows the people by name, each with the groups that one may take them out of; below them the form to invite."""

    template_name = "cms/admin/people.html"
    page_title = gettext_lazy("People")
    header_icon = "user"
    form_class = InviteForm
    success_url = reverse_lazy(NAME)

    def dispatch(self, request, *args, **kwargs):
        self.groups = administered_by(request.user)
        if not self.groups.exists() and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"groups": self.groups}

    def form_valid(self, form):
        try:
            invite(form.cleaned_data["mail"], form.cleaned_data["group"], self.request.user)
        except (ValidationError, OSError) as error:
            if isinstance(error, OSError):
                MailRecord.note_failure(error)
            form.add_error(None, error if isinstance(error, ValidationError) else _NO_MAIL)
            return self.form_invalid(form)
        # The same whether there was such an account or not.
        messages.success(self.request, _("Invited: %(mail)s.") % {"mail": form.cleaned_data["mail"]})
        return redirect(self.success_url)

    def get_context_data(self, **kwargs):
        groups = list(self.groups)
        of_group = {row.group_id: row for row in groups}
        closable = set(may_be_closed(self.groups).values_list("pk", flat=True))
        people = [
            {
                "user": user,
                "groups": [of_group[group.pk] for group in user.groups.all() if group.pk in of_group],
                "is_oneself": user == self.request.user,
                "closable": user.pk in closable and user != self.request.user,
            }
            for user in people_of(self.groups).prefetch_related("groups")
        ]
        return super().get_context_data(**kwargs) | {"people": people}


@require_POST
def take_out_of(request, user: int, group: int):
    """Take somebody out of a group; 404 for what is another's to look after. Nobody takes oneself out by mistake."""
    groups = administered_by(request.user)
    row = get_object_or_404(groups, pk=group)
    person = get_object_or_404(people_of(groups).exclude(pk=request.user.pk).filter(groups=row.group), pk=user)
    take_out(person, row, request.user)
    messages.success(request, _("Taken out of the group."))
    return redirect(NAME)


@require_POST
def close_or_open(request, user: int):
    """Close an account or open it again; 404 for one that has rights elsewhere, and for the own."""
    person = get_object_or_404(may_be_closed(administered_by(request.user)).exclude(pk=request.user.pk), pk=user)
    set_open(person, request.user, is_open=not person.is_active)
    messages.success(request, _("The account is open.") if person.is_active else _("The account is closed."))
    return redirect(NAME)


class AdministratorsItem(MenuItem):
    """Shown to those who look after people."""

    def is_shown(self, request) -> bool:
        return request.user.is_superuser or administered_by(request.user).exists()


def menu_item() -> AdministratorsItem:
    """The page in the menu of settings."""
    return AdministratorsItem(PeopleView.page_title, reverse(NAME), name=NAME, icon_name="user", order=85)


urlpatterns = [
    path("people/", PeopleView.as_view(), name=NAME),
    path("people/<int:user>/out-of/<int:group>/", take_out_of, name="people_take_out"),
    path("people/<int:user>/close/", close_or_open, name="people_close"),
]
