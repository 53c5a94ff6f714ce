"""The field that asks for a new authority and the day from which it is responsible."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from directory.models import Authority

#: An authority and the first day on which it is responsible.
HandOver = tuple[Authority, date]


class HandOverField(forms.MultiValueField):
    """Both, or neither: then it stays as it is."""

    def __init__(self) -> None:
        authority = forms.ModelChoiceField(Authority.objects.prefetch_related("names"), required=False)
        day = forms.DateField(required=False, widget=AdminDateInput())
        super().__init__(
            (authority, day),
            widget=forms.MultiWidget([authority.widget, day.widget]),
            label=_("Who is responsible, and from which day"),
            help_text=_("Whoever is responsible until then gets the day before as the last day."),
            required=False,
            require_all_fields=False,
        )

    def compress(self, data_list: list) -> HandOver | None:
        told = [value for value in data_list if value]
        if not told:
            return None
        if len(told) == 1:
            raise ValidationError(_("Choose both an authority and the day from which it is responsible."))
        return told[0], told[1]
