"""What a support worker writes of a citizen, and what a place answers. What is refused stays in the form, and nowhere else."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.cpr import validate_no_cpr
from directory.feedback.form import MAX_TEXT_LENGTH, TellField
from directory.referrals.states import DeclineReason


class LineField(forms.CharField):
    """A line of text without a civil registration number."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"class": "form-input", "autocomplete": "off"})
        super().__init__(max_length=max_length, validators=[validate_no_cpr], widget=widget, **kwargs)


class ReferralForm(forms.Form):
    """What is sent: no more than a place needs to be there for somebody."""

    called = LineField(label=_("What the citizen is called"), max_length=60, help_text=_("A first name is enough."))
    reach = LineField(
        label=_("How the place reaches the citizen"),
        max_length=120,
        required=False,
        help_text=_("A telephone number or a mail address. Empty: through you."),
    )
    wish = TellField(
        label=_("The citizen's wish, in the citizen's own words"),
        validators=[validate_no_cpr],
        help_text=_("At most 500 letters. No diagnosis, and no civil registration number."),
        widget=forms.Textarea(attrs={"class": "form-input", "rows": 5, "maxlength": MAX_TEXT_LENGTH}),
    )
    contact = LineField(label=_("How the place reaches you"), max_length=120, help_text=_("Telephone or mail."))
    companion = forms.BooleanField(label=_("The citizen would like somebody to go with the first time"), required=False)
    agreed = forms.BooleanField(
        label=_("The citizen has heard what is sent, and has said yes"),
        error_messages={"required": _("Read it to the citizen first. Without a yes nothing is sent.")},
    )

    @property
    def words(self) -> dict[str, str]:
        """What is sealed of it."""
        return {name: self.cleaned_data[name] for name in ("called", "reach", "wish", "contact")}


class AnswerForm(forms.Form):
    """A place's answer: by one of the buttons, with a reason for a no, and a free line to the sender."""

    YES, NO, STARTED, NOT_STARTED = "yes", "no", "started", "not_started"

    what = forms.ChoiceField(choices=[(one, one) for one in (YES, NO, STARTED, NOT_STARTED)])
    reason = forms.ChoiceField(
        label=_("If no: why?"),
        choices=[("", _("Choose a reason")), *DeclineReason.choices],
        required=False,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    line = LineField(label=_("A line to the sender"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("what") in {self.NO, self.NOT_STARTED} and not told.get("reason") and "reason" not in self.errors:
            raise ValidationError({"reason": _("Choose why, so that the sender knows what to do.")})
        return told
