"""The form of a hard day: what it is, from when to when, what people ask for, and by which questions it is known who has it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.editing.common.publishers import own_municipalities
from directory.asking.models import Campaign, DayFact
from directory.hard_days.models import HardDay

_MINUTES = "%Y-%m-%dT%H:%M"


def moment_input() -> forms.DateTimeInput:
    """A field for a day and a time of it, with the calendar of the browser."""
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MINUTES)


class HardDayForm(forms.ModelForm):
    """A mode of one of the person's municipalities. Its questions are of the same."""

    facts = forms.MultipleChoiceField(
        label=gettext_lazy("What people ask for"),
        choices=DayFact.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = HardDay
        fields = ("municipality", "kind", "name", "text", "begins_at", "ends_at", "facts", "campaigns")
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3}),
            "begins_at": moment_input(),
            "ends_at": moment_input(),
            "campaigns": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = own_municipalities(user)
        self.fields["municipality"].queryset = mine
        if mine.count() == 1:
            self.fields["municipality"].empty_label = None
        told = Campaign.objects.exclude(sent_at=None).exclude(fact="")
        self.fields["campaigns"].queryset = told.filter(municipality__in=mine.order_by().values("pk"))

    def clean_facts(self) -> list[str]:
        """In the order in which they are shown."""
        return [fact for fact in DayFact.values if fact in self.cleaned_data["facts"]]

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        municipality, campaigns = told.get("municipality"), told.get("campaigns", ())
        if municipality and any(campaign.municipality_id != municipality.pk for campaign in campaigns):
            self.add_error("campaigns", ValidationError(_("A question of another municipality tells nothing here.")))
        return told
