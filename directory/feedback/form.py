"""What may be written. A text that is refused stays in the form, and is kept nowhere else."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.cpr import validate_no_cpr
from directory.models import Feedback
from directory.models.feedback import FeedbackKind
from directory.validators import CONTROL

MAX_TEXT_LENGTH = 500


class TellField(forms.CharField):
    """Words in one's own way: without what no keyboard writes, and with a new line counted as browsers count it."""

    default_error_messages = {
        "required": _("Write a few words before you send."),
        "cpr": _("That looks like a civil registration number. Delete it. We may not receive those here."),
        "too_long": _("The text is too long. There is room for 500 letters."),
    }

    def to_python(self, value) -> str:
        text = str(value or "").replace("\r\n", "\n").strip()
        # First of all, so that nothing is looked for in a text without end.
        if len(text) > MAX_TEXT_LENGTH:
            raise ValidationError(self.error_messages["too_long"], code="too_long")
        return "\n".join(CONTROL.sub(" ", line) for line in text.split("\n"))


class FeedbackForm(forms.Form):
    """A tick, or a text. `website` is a field that only robots fill in."""

    useful = forms.ChoiceField(choices=[("yes", ""), ("no", "")], required=False)
    text = TellField(required=False, validators=[validate_no_cpr])
    website = forms.CharField(required=False)

    def clean(self) -> dict[str, Any]:
        super().clean()
        told = self.cleaned_data
        if not self.errors and not told["useful"] and not told["text"]:
            raise ValidationError({"text": self.fields["text"].error_messages["required"]})
        return told

    @property
    def by_robot(self) -> bool:
        """Whether the field was filled in that nobody sees."""
        return bool(self.data.get("website"))

    @property
    def fault(self) -> str:
        """Why it was refused, in one sentence."""
        return next((str(message) for messages in self.errors.values() for message in messages), "")

    @property
    def written(self) -> str:
        """What was written, to be shown again; not more than could be meant."""
        return self.data.get("text", "")[: 2 * MAX_TEXT_LENGTH]

    def told(self, page, *, is_offer: bool) -> Feedback:
        """What was told, as a row that is not saved yet."""
        answer, text = self.cleaned_data["useful"], self.cleaned_data["text"]
        if text or not is_offer:
            return Feedback(page=page, what=FeedbackKind.WRONG if is_offer else FeedbackKind.MISSING, text=text)
        if answer == "yes":
            row = Feedback(page=page, what=FeedbackKind.USEFUL)
            # There is nothing to do about it.
            row.handled_on = row.day
            return row
        return Feedback(page=page, what=FeedbackKind.USELESS)
