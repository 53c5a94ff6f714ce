"""The page "Municipalities": which are at work, a form that sets one to work, and a page that asks before one is taken out."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from cms.editing.common.menu import OperatorsItem
from cms.editing.common.operators import OfOperators
from cms.editing.common.titled import TitledPage
from cms.municipalities.adding import add
from cms.municipalities.area import Area
from cms.municipalities.listing import at_work
from cms.municipalities.removing import consequences, remove
from directory.models import MailRecord, MunicipalityPage, Role
from directory.validators import validate_phone

NAME = "municipalities"
_NO_MAIL = _("The mail could not be sent, so nothing was done. Try again later.")


class MunicipalityForm(forms.Form):
    """A municipality, its host, and its first administrator, who invites the others."""

    municipality = forms.ModelChoiceField(
        MunicipalityPage.objects.order_by("title"),
        label=_("Municipality"),
        required=False,
        empty_label=_("The whole country"),
    )
    host = forms.CharField(
        label=_("Host of its site"),
        max_length=255,
        required=False,
        help_text=_("Such as vejle.example.dk. Empty when it has a site already."),
    )
    phone = forms.CharField(
        label=_("One number to call"),
        max_length=24,
        required=False,
        validators=[validate_phone],
        help_text=_("Somebody who helps people to find their way. Shown in the same place on every page."),
    )
    administrator = forms.EmailField(label=_("Mail address of its first administrator"), max_length=150, required=False)


class _OfMunicipalities(OfOperators, TitledPage):
    """A page about which municipalities are at work."""

    header_icon = "group"


class MunicipalitiesView(_OfMunicipalities, FormView):
    """Shows them, and sets one to work."""

    template_name = "cms/admin/municipalities.html"
    page_title = _("Municipalities")
    form_class = MunicipalityForm
    success_url = reverse_lazy(NAME)

    def form_valid(self, form):
        told = form.cleaned_data
        mails = [told["administrator"]] if told["administrator"] else []
        try:
            done = add(Area(told["municipality"]), told["host"], {Role.ADMINISTRATOR: mails}, told["phone"])
        except (ValidationError, OSError) as error:
            if isinstance(error, OSError):
                MailRecord.note_failure(error)
            form.add_error(None, error if isinstance(error, ValidationError) else _NO_MAIL)
            return self.form_invalid(form)
        for line in done:
            messages.success(self.request, line)
        return redirect(self.success_url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"rows": at_work()}


class RemoveView(_OfMunicipalities, TemplateView):
    """Says what will be done, and does it when it is said again."""

    template_name = "cms/admin/remove_municipality.html"
    page_title = _("Take out of work")

    def dispatch(self, request, *args, **kwargs):
        # 0 stands for what belongs to no municipality.
        key = kwargs["municipality"]
        self.area = Area(get_object_or_404(MunicipalityPage, pk=key) if key else None)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, **kwargs):
        messages.success(request, remove(self.area, request.user))
        return redirect(NAME)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"consequences": consequences(self.area)}


def menu_item() -> OperatorsItem:
    """The page in the menu of settings."""
    return OperatorsItem(MunicipalitiesView.page_title, reverse(NAME), name=NAME, icon_name="group", order=80)


urlpatterns = [
    path("municipalities/", MunicipalitiesView.as_view(), name=NAME),
    path("municipalities/<int:municipality>/remove/", RemoveView.as_view(), name="municipality_remove"),
]
