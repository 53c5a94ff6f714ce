"""The form of a question to many places: what is asked, whom, until when."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.editing.common.publishers import own_municipalities
from directory.asking.choosing import postal_codes_in
from directory.asking.models import Campaign
from directory.models import KINDS, Need
from directory.postal_codes import postal_codes


def day_input() -> forms.DateInput:
    """A field for a day, with the calendar of the browser."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CampaignForm(forms.ModelForm):
    """A question that was not sent yet."""

    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds of offers"),
        help_text=gettext_lazy("None chosen: all kinds."),
        choices=[(kind, model._meta.verbose_name) for kind, model in KINDS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    need = forms.ModelChoiceField(
        queryset=Need.objects.all(),
        label=gettext_lazy("Need"),
        help_text=gettext_lazy("With all that stands below it. None chosen: all needs."),
        required=False,
    )

    class Meta:
        model = Campaign
        fields = (
            "municipality", "question", "explanation", "reply_kind", "answer_yes", "answer_no", "answer_partly", "fact",
            "shown_as", "kinds", "need", "area", "last_day", "remind_on", "ends_on", "sender", "reply_to",
        )  # fmt: skip
        widgets = {
            "explanation": forms.Textarea(attrs={"rows": 3}),
            "last_day": day_input(),
            "remind_on": day_input(),
            "ends_on": day_input(),
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        municipality = self.fields["municipality"]
        municipality.queryset = own_municipalities(user)
        if municipality.queryset.count() == 1:
            municipality.empty_label = None

    def clean_area(self) -> str:
        """Postal codes that exist, or nothing."""
        area = self.cleaned_data["area"].strip()
        codes = postal_codes_in(area)
        if area and not (codes and all(code in postal_codes() for code in codes)):
            raise ValidationError(_("Write postal codes that exist, such as: 7100, 7120."))
        return ", ".join(codes)

    def clean_last_day(self):
        """A day that is not over."""
        day = self.cleaned_data["last_day"]
        if day < timezone.localdate():
            raise ValidationError(_("The last day is over."))
        return day
