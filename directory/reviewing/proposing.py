"""What a place proposes to change: its own facts, in a short form. Nobody else sees it before an editor has taken it."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from directory.cpr import validate_no_cpr
from directory.models import OfferPage
from directory.reviewing.models import Answer, Proposal, Question

#: What a place knows best, and can say in a line or two.
FIELDS = (
    "teaser",
    "schedule_text",
    "phone",
    "phone_hours",
    "email",
    "website",
    "who_answers",
    "price_note",
    "registration",
    "access_plain",
    "waiting_time",
    "ordinary_day",
)
_MAX_NOTE = 2000


class ProposalForm(forms.ModelForm):
    """The facts as they stand, to be written over, and room for the rest."""

    website = forms.URLField(label=_("web page"), required=False, assume_scheme="https")
    note = forms.CharField(
        label=_("Something else that has to be changed"),
        help_text=_("Such as: we have moved, or we have other opening hours."),
        required=False,
        max_length=_MAX_NOTE,
        validators=[validate_no_cpr],
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = OfferPage
        fields = FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-input"

    @classmethod
    def of(cls, offer: OfferPage, data=None) -> "ProposalForm":
        """The form of an offer, as it is published."""
        return cls(data, instance=OfferPage.objects.get(pk=offer.pk))

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if not self.errors and not self.changes and not told.get("note"):
            raise forms.ValidationError(
                _("Nothing is changed. Write what is wrong, or go back and say that all is right.")
            )
        return told

    def _post_clean(self) -> None:
        """Only the fields that are asked are looked at: what else the listing lacks is no fault of the place."""
        self.instance = forms.models.construct_instance(self, self.instance, self._meta.fields)
        left_out = self._get_validation_exclusions()
        try:
            self.instance.clean_fields(exclude=left_out)
        except forms.ValidationError as faults:
            self._update_errors(faults)

    @property
    def changes(self) -> dict[str, list[str]]:
        """What stood there, and what is proposed, by field."""
        before = {name: self.get_initial_for_field(self.fields[name], name) or "" for name in FIELDS}
        told = {name: self.cleaned_data.get(name) or "" for name in FIELDS}
        return {
            name: [before[name], told[name]]
            for name in FIELDS
            if name in self.changed_data and before[name] != told[name]
        }


@transaction.atomic
def propose(question: Question, form: ProposalForm) -> Proposal:
    """Keep what the place proposes, for an editor to look at."""
    question.close(Answer.CHANGED)
    return Proposal.objects.create(
        question=question, offer=question.offer, changes=form.changes, note=form.cleaned_data["note"]
    )
