"""Where a new offer is to stand: an organisation is chosen first, then the kind of the offer."""

from django import forms
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.widgets import AdminPageChooser

from directory.models import OrganisationPage


class OrganisationForm(forms.Form):
    """One of the organisations under which somebody may write."""

    organisation = forms.ModelChoiceField(
        OrganisationPage.objects.none(),
        label=_("Organisation"),
        help_text=_("The one that is behind the offer. Make it first when it is not there."),
        widget=AdminPageChooser(target_models=[OrganisationPage], user_perms="add_subpage"),
        error_messages={"invalid_choice": _("You may not add offers there. Choose an organisation of your own.")},
    )

    def __init__(self, organisations, data=None):
        super().__init__(data)
        self.fields["organisation"].queryset = organisations


class ChooseOrganisationView(ChooseParentView):
    """Asks for the organisation unless there is only one; Wagtail's own page then asks for the kind."""

    page_title = _("Choose an organisation")
    submit_button_label = _("Go on")

    def organisations(self):
        """Where this person may add an offer."""
        pages = self.permission_policy.instances_user_has_permission_for(self.request.user, "add")
        return OrganisationPage.objects.filter(pk__in=pages.values("pk"))

    def get(self, request, *args, **kwargs):
        keys = self.organisations().values_list("pk", flat=True)[:2]
        if len(keys) == 1:
            return redirect("wagtailadmin_pages:add_subpage", keys[0])
        return self.render_to_response(self.get_context_data(**kwargs))

    def get_form(self):
        data = self.request.POST if self.request.method == "POST" else None
        return OrganisationForm(self.organisations(), data)

    def form_valid(self, form):
        return redirect("wagtailadmin_pages:add_subpage", form.cleaned_data["organisation"].pk)
